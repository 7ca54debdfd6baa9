package duijie.agencies.web;

import duijie.accounts.Deed;
import duijie.agencies.Agency;
import duijie.agencies.Declaration;
import duijie.agencies.ProfileKeeping;
import duijie.agencies.ProfileKeeping.Saved;
import duijie.agencies.ProfileKeeping.Submitted;
import duijie.agencies.Section;
import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.Sent;
import duijie.api.Version;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Visitor;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Programs fill in an agency's own profile, as people do on the pages. */
@Controller(ProfileApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProfileApi {

  static final String PATH = Api.V1 + "/agency/profile";

  private static final String COMPLETE = "complete";
  private static final String CONFIRMED = "confirmed";

  private final OwnAgency own;
  private final ProfileKeeping keeping;

  ProfileApi(OwnAgency own, ProfileKeeping keeping) {
    this.own = own;
    this.keeping = keeping;
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Get
  HttpResponse<String> profile(HttpRequest<?> request) {
    return own(request, this::profile);
  }

  private HttpResponse<String> profile(Agency agency) {
    var declaration = keeping.of(agency);
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("agency", agency.id().value());
    tree.put("name", agency.name());
    tree.put("agencyState", agency.state());
    tree.put("state", declaration.state());
    tree.put("number", declaration.number());
    tree.put("submittedAt", declaration.submittedAt());
    tree.put("decidedAt", declaration.decidedAt());
    tree.put("passedAt", declaration.passedAt());
    tree.put("submission", declaration.submission());
    tree.put(
        "sections", Arrays.stream(Section.values()).map(s -> section(s, declaration)).toList());
    return Answer.ok(tree);
  }

  /** What was changed since the bureau passed the profile is not wanted after all. */
  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Delete("/changes")
  HttpResponse<String> giveUp(HttpRequest<?> request) {
    return own(
        request,
        agency ->
            keeping.giveUp(agency, Visitor.caller(request)) instanceof Saved.Shut(var sentence)
                ? ApiProblem.conflict(sentence).answer()
                : profile(agency));
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Get("/sections/{section}")
  HttpResponse<String> one(HttpRequest<?> request, String section) {
    return own(request, section, (agency, asked) -> versioned(asked, keeping.of(agency)));
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Put("/sections/{section}")
  HttpResponse<String> save(HttpRequest<?> request, String section, @Nullable @Body String text) {
    return own(
        request,
        section,
        (agency, asked) ->
            Version.asked(request)
                .map(
                    version ->
                        Sent.read(
                            request,
                            text,
                            Set.of(COMPLETE, AnswersJson.ANSWERS),
                            sent -> save(request, agency, asked, version, sent)))
                .orElseGet(() -> ApiProblem.unconditional().answer()));
  }

  private HttpResponse<String> save(
      HttpRequest<?> request, Agency agency, Section section, int version, Sent sent) {
    boolean complete = sent.truth(COMPLETE, true);
    var answers = AnswersJson.read(section, sent);
    if (!sent.faults().isEmpty()) {
      return ApiProblem.invalid(sent.faults()).answer();
    }
    return switch (keeping.save(
        agency, section, version, answers, complete, Visitor.caller(request))) {
      case Saved.Done done -> versioned(section, keeping.of(agency));
      case Saved.Faulty faulty -> ApiProblem.invalid(AnswersJson.faults(faulty.faults())).answer();
      case Saved.Overtaken overtaken ->
          ApiProblem.overtaken()
              .answer()
              .header(HttpHeaders.ETAG, Version.tag(overtaken.now().part(section).version()));
      case Saved.Shut shut -> ApiProblem.conflict(shut.sentence()).answer();
    };
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Post("/submission")
  HttpResponse<String> submit(HttpRequest<?> request, @Nullable @Body String text) {
    return own(
        request,
        agency ->
            Sent.read(request, text, Set.of(CONFIRMED), sent -> submit(request, agency, sent)));
  }

  private HttpResponse<String> submit(HttpRequest<?> request, Agency agency, Sent sent) {
    if (!sent.truth(CONFIRMED, false) && sent.faults().isEmpty()) {
      sent.refuse("/" + CONFIRMED, "not-confirmed", "请核对全部内容，确认属实（true），再提交。");
    }
    if (!sent.faults().isEmpty()) {
      return ApiProblem.invalid(sent.faults()).answer();
    }
    return switch (keeping.submit(agency.id(), Visitor.caller(request))) {
      case Submitted.Accepted accepted -> Answer.ok(Map.of("number", accepted.number()));
      case Submitted.Incomplete incomplete ->
          new ApiProblem(
                  409,
                  "incomplete",
                  "还没有完成",
                  "还有没有完成的章节，完成以后再提交。",
                  incomplete.sections().stream()
                      .map(
                          s ->
                              new ApiProblem.Fault(
                                  PATH + "/sections/" + AnswersJson.name(s),
                                  "incomplete",
                                  "“" + s.label() + "”还没有完成。"))
                      .toList(),
                  null)
              .answer();
      case Submitted.Refused refused -> ApiProblem.conflict(refused.sentence()).answer();
    };
  }

  private static HttpResponse<String> versioned(Section section, Declaration declaration) {
    return Answer.versioned(declaration.part(section).version(), section(section, declaration));
  }

  private static Map<String, @Nullable Object> section(Section section, Declaration declaration) {
    var part = declaration.part(section);
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("section", AnswersJson.name(section));
    tree.put("version", part.version());
    tree.put("progress", declaration.progress(section));
    tree.put("returnedBecause", part.reason());
    tree.put(AnswersJson.ANSWERS, AnswersJson.of(section, part.answers()));
    return tree;
  }

  private HttpResponse<String> own(
      HttpRequest<?> request,
      String section,
      BiFunction<Agency, Section, HttpResponse<String>> answer) {
    return own(
        request,
        agency ->
            Arrays.stream(Section.values())
                .filter(s -> AnswersJson.name(s).equals(section))
                .findFirst()
                .map(asked -> answer.apply(agency, asked))
                .orElseGet(() -> ApiProblem.notFound().answer()));
  }

  private HttpResponse<String> own(
      HttpRequest<?> request, Function<Agency, HttpResponse<String>> answer) {
    return own.of(request).map(answer).orElseGet(() -> ApiProblem.notFound().answer());
  }
}
