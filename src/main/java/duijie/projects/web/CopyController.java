package duijie.projects.web;

import duijie.accounts.Deed;
import duijie.pages.Form;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Visitor;
import duijie.projects.Copying;
import duijie.projects.Publication;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.UUID;

/** Beginning a draft with the words of an older project. */
@Controller(PublicationsController.PATH + "/copy")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CopyController {

  private final Copying copying;
  private final PublicationLists lists;

  CopyController(Copying copying, PublicationLists lists) {
    this.copying = copying;
    this.lists = lists;
  }

  @May(value = Deed.DRAFT_PROJECT, of = OwnOrganisation.class)
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<?> copy(HttpRequest<?> request) {
    var form = Form.of(request);
    var visitor = Visitor.of(request);
    var fresh =
        PublicationOwner.id(form.text("fresh"))
            .orElseGet(() -> new Publication.Id(UUID.randomUUID()));
    var copied =
        copying.copy(
            fresh, visitor.member().organisation(), form.text("from"), Visitor.caller(request));
    return copied.isPresent()
        ? HttpResponse.seeOther(URI.create(PublicationsController.PATH + "/" + fresh))
        : lists.page(HttpStatus.NOT_FOUND, visitor, form.text("from"));
  }
}
