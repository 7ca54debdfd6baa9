package duijie.agencies.web;

import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.Claims;
import duijie.agencies.Declaration;
import duijie.agencies.ProfileKeeping;
import duijie.agencies.ProfileKeeping.Saved;
import duijie.agencies.ProfileKeeping.Submitted;
import duijie.agencies.Section;
import duijie.pages.AutosavedPage;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An agency's own profile, as a list of tasks. */
@Controller(ProfileController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProfileController {

  static final String PATH = "/agency/profile";
  static final String TITLE = "机构资料";

  private static final String MISSING = "没有这一节资料。请从“机构资料”进入。";

  private final Agencies agencies;
  private final Claims claims;
  private final ProfileKeeping keeping;
  private final ProfileViews views;
  private final Shells shells;
  private final Html html;

  ProfileController(
      Agencies agencies,
      Claims claims,
      ProfileKeeping keeping,
      ProfileViews views,
      Shells shells,
      Html html) {
    this.agencies = agencies;
    this.claims = claims;
    this.keeping = keeping;
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  /** Where a section is filled in. */
  static String path(Section section) {
    return PATH + "/sections/" + section.name().toLowerCase(Locale.ROOT);
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> tasks(HttpRequest<?> request) {
    return own(
        request,
        agency -> {
          var page = views.tasks(agency, keeping.of(agency));
          return page(HttpStatus.OK, request, "profile", TITLE, page);
        });
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Get(uri = "/sections/{section}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> fill(HttpRequest<?> request, String section) {
    return own(request, section, (agency, asked) -> fill(request, asked, keeping.of(agency)));
  }

  private HttpResponse<String> fill(
      HttpRequest<?> request, Section section, Declaration declaration) {
    boolean shut =
        !declaration.open() || declaration.progress(section) == Declaration.Progress.CANNOT_START;
    return shut
        ? HttpResponse.seeOther(URI.create(PATH))
        : page(
            HttpStatus.OK,
            request,
            "section",
            section.label(),
            views.section(section, declaration));
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Post(
      uri = "/sections/{section}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> save(HttpRequest<?> request, String section) {
    return own(request, section, (agency, asked) -> save(request, agency, asked));
  }

  private HttpResponse<String> save(HttpRequest<?> request, Agency agency, Section section) {
    var form = Form.of(request);
    var typed = Fields.read(section, form);
    int version = form.number("version");
    boolean complete = !form.has("later");
    return switch (keeping.save(
        agency, section, version, typed, complete, Visitor.caller(request))) {
      case Saved.Done done -> (complete ? Said.SECTION_SAVED : Said.SECTION_KEPT).at(PATH);
      case Saved.Shut shut ->
          page(
              HttpStatus.CONFLICT,
              request,
              "section",
              section.label(),
              views.shut(section, version, typed, shut.sentence()));
      case Saved.Faulty faulty ->
          page(
              HttpStatus.UNPROCESSABLE_ENTITY,
              request,
              "section",
              section.label(),
              views.faulty(section, version, typed, faulty.faults(), keeping.of(agency)));
      case Saved.Overtaken overtaken ->
          page(
              HttpStatus.CONFLICT,
              request,
              "section",
              section.label(),
              views.overtaken(section, typed, overtaken.now()));
    };
  }

  /** Keeps what is typed so far; answered with what takes the place of the form's version. */
  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Post(
      uri = "/sections/{section}/autosave",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> autosave(HttpRequest<?> request, String section) {
    return own(request, section, (agency, asked) -> autosave(request, agency, asked));
  }

  private HttpResponse<String> autosave(HttpRequest<?> request, Agency agency, Section section) {
    var form = Form.of(request);
    int version = form.number("version");
    var saved =
        keeping.save(
            agency, section, version, Fields.read(section, form), false, Visitor.caller(request));
    var page =
        switch (saved) {
          case Saved.Done done ->
              AutosavedPage.done(keeping.of(agency).part(section).version(), shells.minute());
          case Saved.Shut shut -> AutosavedPage.not(version, shut.sentence());
          case Saved.Faulty faulty ->
              AutosavedPage.not(version, faulty.faults().getFirst().sentence());
          case Saved.Overtaken overtaken ->
              AutosavedPage.not(version, "别人刚保存过这一节。请按“先存着”，对照两边的内容。");
        };
    return page(HttpStatus.OK, request, "autosaved", section.label(), page);
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Get(uri = "/check", produces = MediaType.TEXT_HTML)
  HttpResponse<String> check(HttpRequest<?> request) {
    return own(
        request,
        agency -> {
          var declaration = keeping.of(agency);
          return declaration.submission() == Declaration.Progress.TO_FILL
              ? check(HttpStatus.OK, request, agency, declaration, null)
              : HttpResponse.seeOther(URI.create(PATH));
        });
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Post(
      uri = "/check",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> submit(HttpRequest<?> request) {
    return own(
        request,
        agency -> {
          if (!Form.of(request).has("true")) {
            var sentence = "请核对全部内容，勾选“以上内容属实”，再提交。";
            return check(
                HttpStatus.UNPROCESSABLE_ENTITY, request, agency, keeping.of(agency), sentence);
          }
          return switch (keeping.submit(agency.id(), Visitor.caller(request))) {
            case Submitted.Accepted accepted ->
                HttpResponse.seeOther(URI.create(PATH + "/submitted"));
            case Submitted.Incomplete incomplete -> {
              var sections = incomplete.sections().stream().map(Section::label).toList();
              var sentence = "还有没有完成的：" + String.join("、", sections) + "。";
              yield check(HttpStatus.CONFLICT, request, agency, keeping.of(agency), sentence);
            }
            case Submitted.Refused refused ->
                check(HttpStatus.CONFLICT, request, agency, keeping.of(agency), refused.sentence());
          };
        });
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Get(uri = "/submitted", produces = MediaType.TEXT_HTML)
  HttpResponse<String> submitted(HttpRequest<?> request) {
    return own(
        request,
        agency -> {
          var number = keeping.of(agency).number();
          return number == null
              ? HttpResponse.seeOther(URI.create(PATH))
              : page(
                  HttpStatus.OK,
                  request,
                  "submitted",
                  "已提交审核",
                  new SubmittedPage(number, agency.name(), ProfileViews.inForce(agency)));
        });
  }

  private HttpResponse<String> check(
      HttpStatus status,
      HttpRequest<?> request,
      Agency agency,
      Declaration declaration,
      @org.jspecify.annotations.Nullable String problem) {
    return page(status, request, "check", "核对并提交", views.check(agency, declaration, problem));
  }

  /** The visitor's own agency; while they only claim one, what became of that. */
  private HttpResponse<String> own(
      HttpRequest<?> request, Function<Agency, HttpResponse<String>> answer) {
    var own = Optional.ofNullable(Visitor.of(request).account()).map(Account::organisation);
    var agency = own.flatMap(o -> agencies.find(new Agency.Id(o.id().value())));
    if (agency.isPresent()) {
      return answer.apply(agency.get());
    }
    return own.flatMap(o -> claims.find(o.id()))
        .map(claim -> page(HttpStatus.OK, request, "claim", "认领申请", ProfileViews.claim(claim)))
        .orElseGet(() -> html.notFound(Visitor.of(request), "没有您的机构的资料，请联系民政部门。"));
  }

  private HttpResponse<String> own(
      HttpRequest<?> request,
      String name,
      BiFunction<Agency, Section, HttpResponse<String>> answer) {
    var section =
        Arrays.stream(Section.values())
            .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst();
    return own(
        request,
        agency ->
            section
                .map(asked -> answer.apply(agency, asked))
                .orElseGet(() -> html.notFound(Visitor.of(request), MISSING)));
  }

  private HttpResponse<String> page(
      HttpStatus status, HttpRequest<?> request, String template, String title, Object page) {
    var way =
        title.equals(TITLE)
            ? List.of(new Shell.Crumb(TITLE, null))
            : List.of(new Shell.Crumb(TITLE, PATH), new Shell.Crumb(title, null));
    var shell = shells.shell(Visitor.of(request), title, PATH, way.toArray(Shell.Crumb[]::new));
    return html.page(status, template, shell, page);
  }
}
