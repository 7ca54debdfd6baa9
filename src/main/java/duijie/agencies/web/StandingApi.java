package duijie.agencies.web;

import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.Reviewing;
import duijie.agencies.Reviewing.Decided;
import duijie.agencies.Step;
import duijie.api.Answer;
import duijie.api.ApiProblem;
import duijie.api.Sent;
import duijie.pages.Addresses;
import duijie.pages.May;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The head's programs suspend agencies, lift that, and take agencies off the register. */
@Controller(StandingApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StandingApi {

  static final String PATH = ReviewsApi.PATH + "/standing";

  private static final String STEP = "step";
  private static final String REASON = "reason";

  private final Agencies agencies;
  private final Reviewing reviewing;

  StandingApi(Agencies agencies, Reviewing reviewing) {
    this.agencies = agencies;
    this.reviewing = reviewing;
  }

  @May(Deed.SUSPEND_AGENCIES)
  @Post("/{+id}")
  HttpResponse<String> stand(HttpRequest<?> request, String id, @Nullable @Body String text) {
    return Addresses.identifier(request, PATH)
        .map(Agency.Id::new)
        .flatMap(agencies::find)
        .map(
            agency ->
                Sent.read(
                    request, text, Set.of(STEP, REASON), body -> stand(request, agency.id(), body)))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  private HttpResponse<String> stand(HttpRequest<?> request, Agency.Id id, Sent body) {
    var asked = body.text(STEP);
    var reason = body.text(REASON);
    var step = ReviewViews.STANDING.stream().filter(s -> name(s).equals(asked)).findFirst();
    if (step.isEmpty()) {
      body.refuse("/" + STEP, "not-a-step", "应该是 suspend、resume 或 deregister。");
    }
    if (reason.isBlank()) {
      body.refuse("/" + REASON, "missing", "请写明原因。");
    }
    if (step.isEmpty() || !body.faults().isEmpty()) {
      return ApiProblem.invalid(body.faults()).answer();
    }
    return switch (reviewing.stand(id, step.get(), reason, Visitor.caller(request))) {
      case Decided.Done done ->
          agencies
              .find(id)
              .<HttpResponse<String>>map(agency -> Answer.ok(tree(agency)))
              .orElseGet(() -> ApiProblem.notFound().answer());
      case Decided.Refused refused -> ApiProblem.conflict(refused.sentence()).answer();
    };
  }

  private static String name(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, @Nullable Object> tree(Agency agency) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("agency", agency.id());
    tree.put("name", agency.name());
    tree.put("agencyState", agency.state());
    return tree;
  }
}
