package duijie.projects.web;

import duijie.accounts.Organisation;
import duijie.pages.Addresses;
import duijie.pages.OwnerOf;
import duijie.projects.Answering;
import duijie.projects.Question;
import duijie.projects.Questions;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Who is asked by the question that an address names. */
@Singleton
final class QuestionOwner implements OwnerOf {

  private final Questions questions;
  private final Answering answering;

  QuestionOwner(Questions questions, Answering answering) {
    this.questions = questions;
    this.answering = answering;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    var segments = List.of(request.getPath().split("/"));
    int at = segments.indexOf("questions") + 1;
    return at == 0 || at >= segments.size()
        ? Optional.empty()
        : id(segments.get(at)).flatMap(questions::find).flatMap(q -> answering.owner(q.project()));
  }

  /** The id that this text is, if it is one. */
  static Optional<Question.Id> id(String text) {
    return Addresses.uuid(text).map(Question.Id::new);
  }
}
