package duijie.agencies.web;

import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.ProfileKeeping;
import duijie.agencies.ProfileKeeping.Saved;
import duijie.pages.ErrorPage;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Said;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** What an agency changed since the bureau passed its profile is not wanted after all. */
@Controller(ProfileController.PATH + "/giving-up")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GivingUpController {

  private final Agencies agencies;
  private final ProfileKeeping keeping;
  private final Html html;

  GivingUpController(Agencies agencies, ProfileKeeping keeping, Html html) {
    this.agencies = agencies;
    this.keeping = keeping;
    this.html = html;
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<String> giveUp(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var own = new Agency.Id(visitor.member().organisation().id().value());
    return agencies
        .find(own)
        .map(agency -> answer(visitor, keeping.giveUp(agency, Visitor.caller(request))))
        .orElseGet(() -> html.notFound(visitor, "没有您的机构的资料，请联系民政部门。"));
  }

  private HttpResponse<String> answer(Visitor visitor, Saved saved) {
    return saved instanceof Saved.Shut(var sentence)
        ? html.error(visitor, new ErrorPage(409, "不能放弃", sentence, List.of(), null))
        : Said.CHANGE_GIVEN_UP.at(ProfileController.PATH);
  }
}
