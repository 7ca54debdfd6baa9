package duijie.interests.web;

import duijie.accounts.Organisation;
import duijie.pages.Form;
import duijie.pages.OwnerOf;
import duijie.pages.Parameters;
import duijie.projects.Answering;
import duijie.projects.Project;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who buys in the project that the form or the parameter of this name asks for. */
@Singleton
final class ProjectBuyer implements OwnerOf {

  private final Answering answering;

  ProjectBuyer(Answering answering) {
    this.answering = answering;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    return answering.owner(project(request));
  }

  static Project.Id project(HttpRequest<?> request) {
    var form = Form.of(request);
    return new Project.Id(
        form.has("project")
            ? form.text("project")
            : new Parameters(request.getParameters()).one("project").orElse(""));
  }
}
