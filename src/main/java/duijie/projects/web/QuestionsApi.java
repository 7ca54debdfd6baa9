package duijie.projects.web;

import duijie.accounts.Account;
import duijie.accounts.ApiRequests;
import duijie.accounts.Deed;
import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.ApiProblem.Fault;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
  private final ApiRequests requests;

  QuestionsApi(Notices notices, Questions questions, Answering answering, ApiRequests requests) {
    this.notices = notices;
    this.questions = questions;
    this.answering = answering;
    this.requests = requests;
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
    var key = request.getHeaders().get(DraftsApi.KEY);
    if (key == null || !key.matches(DraftsApi.KEY_SHAPE)) {
      return DraftsApi.keyMissing();
    }
    return Sent.read(
        request,
        text,
        Set.of(PROJECT, TEXT),
        body -> {
          var project = body.text(PROJECT);
          var asked = body.text(TEXT);
          return body.faults().isEmpty()
              ? ask(request, key, project, asked)
              : ApiProblem.invalid(body.faults()).answer();
        });
  }

  private HttpResponse<String> ask(
      HttpRequest<?> request, String key, String project, String text) {
    var account = Visitor.of(request).member();
    var content = Answer.digest(PATH + "\n" + project + "\n" + text);
    if (requests.note(account.id(), key, content) == ApiRequests.Known.OTHER) {
      return DraftsApi.keyReused();
    }
    var outcome =
        answering.ask(
            id(account, key), new Project.Id(project), account, text, Visitor.caller(request));
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
    if (!parameters.problems().isEmpty() || project.isEmpty()) {
      var said =
          project.isEmpty() && parameters.problems().isEmpty()
              ? List.of("请用 project 写明项目编号。")
              : parameters.problems();
      return ApiProblem.badParameters(
              said.stream().map(s -> new Fault("?", "malformed", s)).toList())
          .answer();
    }
    return items(items.apply(new Project.Id(project.get())));
  }

  private static HttpResponse<String> items(List<Map<String, @Nullable Object>> items) {
    return Answer.ok(Map.of("items", items));
  }

  /** The same for the same key of the same account. */
  private static Question.Id id(Account account, String key) {
    var name = PATH + "\n" + account.id() + "\n" + key;
    return new Question.Id(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }
}
