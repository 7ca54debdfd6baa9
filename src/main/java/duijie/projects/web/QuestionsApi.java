package duijie.projects.web;

import duijie.accounts.Deed;
import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.ApiProblem.Fault;
import duijie.api.RequestKeys;
import duijie.api.Sent;
import duijie.api.Version;
import duijie.pages.Addresses;
import duijie.pages.ForAnybody;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Parameters;
import duijie.pages.Visitor;
import duijie.projects.Answering;
import duijie.projects.Answering.Outcome;
import duijie.projects.Notice;
import duijie.projects.Notices;
import duijie.projects.Project;
import duijie.projects.Question;
import duijie.projects.Questions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Programs read notices and answers, ask, and answer, as people do on the pages. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QuestionsApi {

  private static final String PATH = Api.V1 + "/questions";
  private static final String PROJECT = "project";
  private static final String TEXT = "text";
  private static final String ANSWER = "answer";

  private final Notices notices;
  private final Questions questions;
  private final Answering answering;
  private final RequestKeys keys;

  QuestionsApi(Notices notices, Questions questions, Answering answering, RequestKeys keys) {
    this.notices = notices;
    this.questions = questions;
    this.answering = answering;
    this.keys = keys;
  }

  @ForAnybody
  @Get("/notices")
  HttpResponse<String> notices(HttpRequest<?> request) {
    return ofProject(
        request, project -> notices.of(project).stream().map(QuestionJson::of).toList());
  }

  @ForAnybody
  @Get("/notices/{id}")
  HttpResponse<String> notice(HttpRequest<?> request, String id) {
    return Addresses.uuid(id)
        .map(Notice.Id::new)
        .flatMap(notices::find)
        .<HttpResponse<String>>map(notice -> Answer.record(request, QuestionJson.of(notice)))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  /** Those that are answered: what else was asked is nobody's to read here. */
  @ForAnybody
  @Get("/questions")
  HttpResponse<String> answered(HttpRequest<?> request) {
    return ofProject(
        request,
        project ->
            questions.about(project).stream()
                .filter(Question::answered)
                .map(QuestionJson::of)
                .toList());
  }

  @May(Deed.ASK_ABOUT_PROJECT)
  @Post("/questions")
  HttpResponse<String> ask(HttpRequest<?> request, @Nullable @Body String text) {
    var account = Visitor.of(request).member();
    return keys.with(
        request,
        account,
        PATH,
        key ->
            Sent.read(
                request,
                text,
                Set.of(PROJECT, TEXT),
                body -> {
                  var project = body.text(PROJECT);
                  var asked = body.text(TEXT);
                  return body.faults().isEmpty()
                      ? key.once(
                          project + "\n" + asked,
                          id ->
                              asked(
                                  answering.ask(
                                      new Question.Id(id),
                                      new Project.Id(project),
                                      account,
                                      asked,
                                      Visitor.caller(request))))
                      : ApiProblem.invalid(body.faults()).answer();
                }));
  }

  private static HttpResponse<String> asked(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var now) ->
          Answer.created(PATH + "/" + now.id(), QuestionJson.of(now))
              .header(HttpHeaders.ETAG, Version.tag(now.version()));
      case Outcome.Overtaken(var now) -> ApiProblem.overtaken().answer();
      case Outcome.Refused(var sentence) -> refused(TEXT, sentence);
    };
  }

  /** Those that the bureau is asked, what waits for an answer first. */
  @May(value = Deed.ANSWER_QUESTIONS, of = OwnOrganisation.class)
  @Get("/questions/waiting")
  HttpResponse<String> waiting(HttpRequest<?> request) {
    var owner = Visitor.of(request).member().organisation().id();
    return items(
        questions.askedOf(owner).stream()
            .filter(question -> !question.answered())
            .map(QuestionJson::of)
            .toList());
  }

  @May(value = Deed.ANSWER_QUESTIONS, of = QuestionOwner.class)
  @Put("/questions/{id}/answer")
  HttpResponse<String> answer(HttpRequest<?> request, String id, @Nullable @Body String text) {
    var question = QuestionOwner.id(id).orElseThrow();
    return Version.asked(request)
        .map(
            version ->
                Sent.read(
                    request,
                    text,
                    Set.of(ANSWER),
                    body -> {
                      var said = body.text(ANSWER);
                      return body.faults().isEmpty()
                          ? answered(
                              answering.answer(question, version, said, Visitor.caller(request)))
                          : ApiProblem.invalid(body.faults()).answer();
                    }))
        .orElseGet(() -> ApiProblem.unconditional().answer());
  }

  private static HttpResponse<String> answered(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var now) -> Answer.versioned(now.version(), QuestionJson.of(now));
      case Outcome.Overtaken(var now) ->
          ApiProblem.overtaken().answer().header(HttpHeaders.ETAG, Version.tag(now.version()));
      case Outcome.Refused(var sentence) -> refused(ANSWER, sentence);
    };
  }

  private static HttpResponse<String> refused(String field, String sentence) {
    return ApiProblem.invalid(List.of(new Fault("/" + field, "not-accepted", sentence))).answer();
  }

  private static HttpResponse<String> ofProject(
      HttpRequest<?> request, Function<Project.Id, List<Map<String, @Nullable Object>>> items) {
    var parameters = new Parameters(request.getParameters());
    var project = parameters.one(PROJECT);
    if (project.isEmpty()) {
      parameters.refuse(PROJECT, "请用 project 写明项目编号。");
    }
    if (!parameters.problems().isEmpty()) {
      return parameters.badRequest();
    }
    return items(items.apply(new Project.Id(project.orElseThrow())));
  }

  private static HttpResponse<String> items(List<Map<String, @Nullable Object>> items) {
    return Answer.ok(Map.of("items", items));
  }
}
