package duijie.agencies.web;

import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.Claim;
import duijie.agencies.Claims;
import duijie.agencies.Declaration;
import duijie.agencies.Declarations;
import duijie.agencies.ProfileFacts;
import duijie.agencies.Reviewing;
import duijie.agencies.Reviewing.Decided;
import duijie.agencies.Section;
import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.Sent;
import duijie.pages.May;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Programs decide on what agencies hand in, as the bureau does on the pages. */
@Controller(ReviewsApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReviewsApi {

  static final String PATH = Api.V1 + "/reviews";

  private static final String DECISION = "decision";
  private static final String REASONS = "reasons";
  private static final String REASON = "reason";

  private final Agencies agencies;
  private final Declarations declarations;
  private final Claims claims;
  private final Reviewing reviewing;
  private final ProfileFacts facts;

  ReviewsApi(
      Agencies agencies,
      Declarations declarations,
      Claims claims,
      Reviewing reviewing,
      ProfileFacts facts) {
    this.agencies = agencies;
    this.declarations = declarations;
    this.claims = claims;
    this.reviewing = reviewing;
    this.facts = facts;
  }

  @May(Deed.REVIEW_AGENCIES)
  @Get
  HttpResponse<String> list(HttpRequest<?> request) {
    var submissions =
        declarations.waiting().stream()
            .flatMap(d -> agencies.find(d.agency()).map(agency -> brief(d, agency)).stream())
            .toList();
    return Answer.ok(
        Map.of(
            "submissions",
            submissions,
            "claims",
            claims.waiting().stream().map(ReviewsApi::claim).toList()));
  }

  @May(Deed.REVIEW_AGENCIES)
  @Get("/submissions/{number}")
  HttpResponse<String> one(HttpRequest<?> request, String number) {
    return waiting(number)
        .flatMap(d -> agencies.find(d.agency()).map(agency -> Answer.ok(whole(d, agency))))
        .<HttpResponse<String>>map(answer -> answer)
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  @May(Deed.REVIEW_AGENCIES)
  @Post("/submissions/{number}/decision")
  HttpResponse<String> decide(HttpRequest<?> request, String number, @Nullable @Body String text) {
    return waiting(number)
        .map(
            d ->
                Sent.read(
                    request,
                    text,
                    Set.of(DECISION, REASONS),
                    sent -> decide(request, d.agency(), number, sent)))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  private HttpResponse<String> decide(
      HttpRequest<?> request, Agency.Id agency, String number, Sent sent) {
    var reasons = reasons(sent);
    var decision = sent.text(DECISION);
    var by = Visitor.caller(request);
    var reviewer = Visitor.of(request).member().displayName();
    return switch (decision) {
      case "pass" -> {
        if (!reasons.isEmpty()) {
          sent.refuse("/" + REASONS, "not-with-pass", "写了退回原因，就不能同时通过。");
        }
        yield decided(sent, decision, () -> reviewing.pass(agency, number, reviewer, by));
      }
      case "return" -> {
        if (reasons.isEmpty()) {
          sent.refuse("/" + REASONS, "missing", "退回要写明原因，至少写一节。");
        }
        yield decided(
            sent, decision, () -> reviewing.turnBack(agency, number, reasons, reviewer, by));
      }
      default -> undecided(sent, "pass 或 return");
    };
  }

  @May(Deed.REVIEW_AGENCIES)
  @Post("/claims/{id}/decision")
  HttpResponse<String> decideClaim(HttpRequest<?> request, String id, @Nullable @Body String text) {
    return Optional.of(id)
        .filter(any -> !any.isBlank() && any.indexOf('\0') < 0)
        .flatMap(any -> claims.find(new Organisation.Id(any)))
        .map(
            claim ->
                Sent.read(
                    request,
                    text,
                    Set.of(DECISION, REASON),
                    sent -> decideClaim(request, claim.id(), sent)))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  private HttpResponse<String> decideClaim(
      HttpRequest<?> request, Organisation.Id claim, Sent sent) {
    var decision = sent.text(DECISION);
    var reason = sent.text(REASON);
    var by = Visitor.caller(request);
    var reviewer = Visitor.of(request).member().displayName();
    return switch (decision) {
      case "approve" -> {
        if (!reason.isBlank()) {
          sent.refuse("/" + REASON, "not-with-approve", "写了不同意的原因，就不能同时同意。");
        }
        yield decided(sent, decision, () -> reviewing.approve(claim, reviewer, by));
      }
      case "refuse" -> {
        if (reason.isBlank()) {
          sent.refuse("/" + REASON, "missing", "不同意要写明原因，申请人会看到。");
        }
        yield decided(sent, decision, () -> reviewing.refuse(claim, reason, reviewer, by));
      }
      default -> undecided(sent, "approve 或 refuse");
    };
  }

  private static HttpResponse<String> undecided(Sent sent, String choices) {
    sent.refuse("/" + DECISION, "not-a-decision", "应该是 " + choices + "。");
    return ApiProblem.invalid(sent.faults()).answer();
  }

  private static HttpResponse<String> decided(
      Sent sent, String decision, Supplier<Decided> decide) {
    if (!sent.faults().isEmpty()) {
      return ApiProblem.invalid(sent.faults()).answer();
    }
    return switch (decide.get()) {
      case Decided.Done done -> Answer.ok(Map.of(DECISION, decision));
      case Decided.Refused refused -> ApiProblem.conflict(refused.sentence()).answer();
    };
  }

  private static Map<Section, String> reasons(Sent sent) {
    var sections =
        Arrays.stream(Section.values()).collect(Collectors.toMap(AnswersJson::name, s -> s));
    var reasons = new EnumMap<Section, String>(Section.class);
    sent.texts(REASONS, sections.keySet())
        .forEach(
            (name, texts) -> {
              var section = sections.get(name);
              var reason = String.join("\n", texts).strip();
              if (section != null && !reason.isEmpty()) {
                reasons.put(section, reason);
              }
            });
    return reasons;
  }

  private Optional<Declaration> waiting(String number) {
    return declarations.waiting().stream().filter(d -> number.equals(d.number())).findFirst();
  }

  private static Map<String, @Nullable Object> brief(Declaration declaration, Agency agency) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("number", declaration.number());
    tree.put("agency", agency.id().value());
    tree.put("name", agency.name());
    tree.put("agencyState", agency.state());
    tree.put("submittedAt", declaration.submittedAt());
    return tree;
  }

  private Map<String, @Nullable Object> whole(Declaration declaration, Agency agency) {
    var declared = declaration.answers();
    var inForce = facts.answers(agency);
    var tree = brief(declaration, agency);
    tree.put(
        "sections",
        Arrays.stream(Section.values())
            .map(
                section ->
                    Map.of(
                        "section",
                        AnswersJson.name(section),
                        "declared",
                        AnswersJson.of(section, declared),
                        "inForce",
                        AnswersJson.of(section, inForce)))
            .toList());
    return tree;
  }

  private static Map<String, @Nullable Object> claim(Claim claim) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("id", claim.id().value());
    tree.put("number", claim.number());
    tree.put("agency", claim.agency().value());
    tree.put("name", claim.name());
    tree.put("certificate", claim.certificate());
    tree.put("note", claim.note());
    tree.put("reach", claim.reach());
    tree.put("filedAt", claim.filedAt());
    return tree;
  }
}
