package duijie.projects.web;

import duijie.accounts.Access;
import duijie.accounts.Deed;
import duijie.pages.Addresses;
import duijie.pages.ForAnybody;
import duijie.pages.ForMembers;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Answering;
import duijie.projects.Answering.Outcome;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.projects.Question;
import duijie.projects.Questions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking about projects, and answering. */
@Controller(QuestionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QuestionsController {

  static final String PATH = "/questions";

  private final Questions questions;
  private final Answering answering;
  private final Projects projects;
  private final QuestionViews views;
  private final Shells shells;
  private final Html html;

  QuestionsController(
      Questions questions,
      Answering answering,
      Projects projects,
      QuestionViews views,
      Shells shells,
      Html html) {
    this.questions = questions;
    this.answering = answering;
    this.projects = projects;
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  @ForMembers
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var member = visitor.member();
    boolean asking = Access.grants(member, Deed.ASK_ABOUT_PROJECT);
    var organisation = member.organisation().id();
    var concerned =
        asking
            ? questions.askedBy(organisation)
            : visitor.may(Deed.ANSWER_QUESTIONS, organisation)
                ? questions.askedOf(organisation)
                : List.<Question>of();
    var shell = shells.shell(visitor, "答疑", PATH, new Shell.Crumb("答疑", null));
    return html.page("questions", shell, new QuestionsPage(asking, views.views(concerned)));
  }

  @May(Deed.ASK_ABOUT_PROJECT)
  @Get(uri = "/new", produces = MediaType.TEXT_HTML)
  HttpResponse<String> form(HttpRequest<?> request) {
    var id = request.getParameters().get("project", String.class).orElse("");
    return ask(request, HttpStatus.OK, id, UUID.randomUUID().toString(), "", null);
  }

  @May(Deed.ASK_ABOUT_PROJECT)
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<?> ask(HttpRequest<?> request) {
    var form = Form.of(request);
    var id =
        QuestionOwner.id(form.text("fresh")).orElseGet(() -> new Question.Id(UUID.randomUUID()));
    var project = new Project.Id(form.text("project"));
    var outcome =
        answering.ask(
            id, project, Visitor.of(request).member(), form.text("text"), Visitor.caller(request));
    return switch (outcome) {
      case Outcome.Done(var now) -> Said.ASKED.at(PATH + "/" + now.id());
      case Outcome.Overtaken(var now) -> HttpResponse.seeOther(URI.create(PATH + "/" + now.id()));
      case Outcome.Refused(var sentence) ->
          ask(
              request,
              HttpStatus.UNPROCESSABLE_ENTITY,
              project.value(),
              id.toString(),
              form.text("text"),
              sentence);
    };
  }

  /** Everybody reads what is answered; before that, whoever asked and whoever is asked. */
  @ForAnybody
  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    var visitor = Visitor.of(request);
    var question = QuestionOwner.id(id).flatMap(questions::find).orElse(null);
    if (question == null || !visible(question, visitor)) {
      return html.notFound(visitor, "没有这个问题，或者还没有答复。请从项目的页面进入。");
    }
    return page(HttpStatus.OK, visitor, question, answer(question), null);
  }

  @May(value = Deed.ANSWER_QUESTIONS, of = QuestionOwner.class)
  @Post(
      uri = "/{id}/answer",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> answer(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    var question = QuestionOwner.id(id).orElseThrow();
    var text = form.text("answer");
    int version = form.number("version");
    var visitor = Visitor.of(request);
    var outcome = answering.answer(question, version, text, Visitor.caller(request));
    return switch (outcome) {
      case Outcome.Done(var now) -> Said.ANSWERED.at(PATH + "/" + now.id());
      case Outcome.Overtaken(var now) ->
          page(
              HttpStatus.CONFLICT,
              visitor,
              now,
              text,
              "您写的时候，同事已经答复了，答复就在上面。您写的还在下面，没有保存；确要更正再提交。");
      case Outcome.Refused(var sentence) ->
          page(
              HttpStatus.UNPROCESSABLE_ENTITY,
              visitor,
              questions.find(question).orElseThrow(),
              text,
              sentence);
    };
  }

  private HttpResponse<String> ask(
      HttpRequest<?> request,
      HttpStatus status,
      String id,
      String fresh,
      String typed,
      @Nullable String problem) {
    var visitor = Visitor.of(request);
    var project = projects.find(new Project.Id(id)).orElse(null);
    if (project == null || (problem == null && !answering.open(project))) {
      return html.notFound(visitor, "这个项目现在不接受提问：可能已经截止或者终止，或者不是在本平台发布的。");
    }
    var href = "/projects/" + Addresses.encode(id);
    var shell =
        shells.shell(
            visitor,
            "提问",
            "/projects",
            new Shell.Crumb("采购项目", "/projects"),
            new Shell.Crumb(project.name(), href),
            new Shell.Crumb("提问", null));
    var page = new AskPage(id, project.name(), href, fresh, typed, problem);
    return html.page(status, "ask", shell, page);
  }

  private HttpResponse<String> page(
      HttpStatus status,
      Visitor visitor,
      Question question,
      String typed,
      @Nullable String problem) {
    var view = views.view(question);
    var shell =
        shells.shell(visitor, "答疑", PATH, new Shell.Crumb("答疑", PATH), new Shell.Crumb("提问", null));
    boolean may =
        answering
            .owner(question.project())
            .filter(o -> visitor.may(Deed.ANSWER_QUESTIONS, o))
            .isPresent();
    var page = new QuestionPage(view, question.version(), may, typed, problem);
    return html.page(status, "question", shell, page);
  }

  private boolean visible(Question question, Visitor visitor) {
    var account = visitor.account();
    return question.answered()
        || (account != null && question.asker().equals(account.organisation().id()))
        || answering
            .owner(question.project())
            .filter(o -> visitor.may(Deed.ANSWER_QUESTIONS, o))
            .isPresent();
  }

  private static String answer(Question question) {
    return question.answer() == null ? "" : Objects.requireNonNull(question.answer()).text();
  }
}
