package duijie.sessions.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.agencies.Agency;
import duijie.pages.ForMembers;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.Parameters;
import duijie.pages.Visitor;
import duijie.projects.Project;
import duijie.sessions.Absences.Party;
import duijie.sessions.Arrival.How;
import duijie.sessions.Arrivals;
import duijie.sessions.Badges;
import duijie.sessions.CheckIn;
import duijie.sessions.Guest;
import duijie.sessions.Guests;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.Side;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where codes lead that are read with a telephone: the code of the hall lets people say themselves
 * that they are here, the code of somebody's badge lets a helper at the door say it.
 */
@Controller(CheckInController.PATH)
@ForMembers
@ExecuteOn(TaskExecutors.BLOCKING)
final class CheckInController {

  static final String PATH = "/check-in";

  private final Sessions sessions;
  private final Guests guests;
  private final Arrivals arrivals;
  private final Badges badges;
  private final CheckIn checkIn;
  private final BuyerViews buyers;
  private final PartyNames names;
  private final SessionShells shells;
  private final Html html;

  CheckInController(
      Sessions sessions,
      Guests guests,
      Arrivals arrivals,
      Badges badges,
      CheckIn checkIn,
      BuyerViews buyers,
      PartyNames names,
      SessionShells shells,
      Html html) {
    this.sessions = sessions;
    this.guests = guests;
    this.arrivals = arrivals;
    this.badges = badges;
    this.checkIn = checkIn;
    this.buyers = buyers;
    this.names = names;
    this.shells = shells;
    this.html = html;
  }

  /** Where the code of the hall leads. */
  static String hall(Session.Id session, String code) {
    return "%s/%s?hall=%s".formatted(PATH, session, code);
  }

  /** Where the code of a badge leads. */
  static String badge(Session.Id session, String code) {
    return "%s/%s/%s".formatted(PATH, session, code);
  }

  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> here(HttpRequest<?> request, String id) {
    var code = new Parameters(request.getParameters()).text("hall");
    return here(HttpStatus.OK, request, id, code, null);
  }

  @Post(
      uri = "/{id}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> arriveHere(HttpRequest<?> request, String id) {
    var session = SessionOwner.id(id).flatMap(sessions::find);
    var code = Form.of(request).text("code");
    if (session.isEmpty() || !badges.isHallCode(session.get().id(), code)) {
      return here(HttpStatus.UNPROCESSABLE_ENTITY, request, id, code, null);
    }
    var refusal = arrive(request, session.get(), own(request, session.get()), How.SELF);
    return here(status(refusal), request, id, code, refusal.orElse(null));
  }

  private HttpResponse<String> here(
      HttpStatus status, HttpRequest<?> request, String id, String code, @Nullable String refusal) {
    var found = SessionOwner.id(id).flatMap(sessions::find);
    var own = found.map(session -> own(request, session)).orElse(List.of());
    if (found.isEmpty() || own.isEmpty()) {
      return missing(request);
    }
    var session = found.get();
    boolean right = badges.isHallCode(session.id(), code);
    var words =
        refusal != null
            ? refusal
            : right ? checkIn.shut(session).orElse(null) : "签到码不对。请扫会场大屏幕上的码，或者照着输入。";
    return page(status, request, session, path(id), code, own, right ? own : List.of(), words);
  }

  /** What somebody speaks for at a session. */
  private List<Party> own(HttpRequest<?> request, Session session) {
    var member = Visitor.of(request).member();
    var organisation = member.organisation().id();
    var parties = new ArrayList<Party>();
    if (Access.grants(member, Deed.ATTEND_SESSIONS)
        && guests.find(session.id(), new Agency.Id(organisation.value())).isPresent()) {
      parties.add(new Party(Side.AGENCY, organisation.value()));
    }
    if (Access.grants(member, Deed.BOOK_TALKS)) {
      buyers
          .own(session.id(), organisation)
          .forEach(project -> parties.add(new Party(Side.BUYER, project.value())));
    }
    return parties;
  }

  @Get(uri = "/{id}/{code}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> badge(HttpRequest<?> request, String id, String code) {
    return badge(HttpStatus.OK, request, id, code, null);
  }

  @Post(
      uri = "/{id}/{code}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> arriveWith(HttpRequest<?> request, String id, String code) {
    var session = SessionOwner.id(id).flatMap(sessions::find);
    var holder = session.flatMap(one -> holder(one, code));
    if (session.isEmpty() || holder.isEmpty() || !organizes(request, session.get())) {
      return missing(request);
    }
    var refusal = arrive(request, session.get(), List.of(holder.get()), How.CODE);
    return badge(status(refusal), request, id, code, refusal.orElse(null));
  }

  private HttpResponse<String> badge(
      HttpStatus status, HttpRequest<?> request, String id, String code, @Nullable String refusal) {
    var found = SessionOwner.id(id).flatMap(sessions::find);
    var holder = found.flatMap(session -> holder(session, code));
    if (found.isEmpty() || holder.isEmpty()) {
      return missing(request);
    }
    var session = found.get();
    var who = List.of(holder.get());
    if (!organizes(request, session)) {
      // Whoever reads their own badge is told what it is for; of others' nothing is said.
      return own(request, session).contains(holder.get())
          ? page(
              status, request, session, path(id), "", who, List.of(), "这是签到码。到会场后请出示给签到处的工作人员扫一下。")
          : missing(request);
    }
    var words = refusal != null ? refusal : checkIn.shut(session).orElse(null);
    return page(status, request, session, path(id) + "/" + code, code, who, who, words);
  }

  private static String path(String id) {
    return PATH + "/" + id;
  }

  private Optional<Party> holder(Session session, String code) {
    var parties =
        Stream.concat(
            guests.of(session.id()).stream()
                .map(Guest::agency)
                .map(agency -> new Party(Side.AGENCY, agency.value())),
            sessions.projects(session.id()).stream()
                .map(project -> new Party(Side.BUYER, project.value())));
    return badges.holder(session.id(), code, parties.toList());
  }

  private static boolean organizes(HttpRequest<?> request, Session session) {
    Account member = Visitor.of(request).member();
    return Access.allows(member, Deed.ORGANIZE_SESSIONS, session.owner());
  }

  /** Notes all of these; says why not, where one cannot be noted. */
  private Optional<String> arrive(
      HttpRequest<?> request, Session session, List<Party> who, How how) {
    return who.stream()
        .map(party -> checkIn.arrive(session.id(), party, how, Visitor.caller(request)))
        .flatMap(
            outcome ->
                outcome instanceof CheckIn.Outcome.Refused(var reason)
                    ? Stream.of(reason)
                    : Stream.empty())
        .findFirst();
  }

  private static HttpStatus status(Optional<String> refusal) {
    return refusal.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  private HttpResponse<String> missing(HttpRequest<?> request) {
    return html.notFound(Visitor.of(request), "没有这个签到码，或者它不是给这个账号的。");
  }

  /**
   * The page.
   *
   * @param who whom it is about
   * @param noted those of them who can be noted from here
   */
  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      Session session,
      String action,
      String code,
      List<Party> who,
      List<Party> noted,
      @Nullable String words) {
    var called =
        names.names(
            who.stream()
                .filter(p -> p.side() == Side.BUYER)
                .map(p -> new Project.Id(p.id()))
                .toList(),
            who.stream()
                .filter(p -> p.side() == Side.AGENCY)
                .map(p -> new Agency.Id(p.id()))
                .toList());
    var lines =
        who.stream()
            .map(
                party ->
                    party.side() == Side.AGENCY
                        ? one(session, party, called.of(new Agency.Id(party.id())), "机构")
                        : one(session, party, called.of(new Project.Id(party.id())), "项目方"))
            .toList();
    boolean open = !noted.isEmpty() && checkIn.shut(session).isEmpty();
    var page =
        new CheckInPage(
            session.setup().name(),
            SessionViews.when(session.setup()),
            session.setup().place(),
            open ? action : "",
            code,
            lines,
            words,
            back(request, session));
    return html.page(status, "check-in", shells.beside(request, "", "签到"), page);
  }

  private CheckInPage.One one(Session session, Party party, String name, String kind) {
    return new CheckInPage.One(
        name, kind, arrivals.find(session.id(), party).map(HallViews::came).orElse(null));
  }

  private static String back(HttpRequest<?> request, Session session) {
    if (organizes(request, session)) {
      return HallController.path(session.id());
    }
    return Access.grants(Visitor.of(request).member(), Deed.ATTEND_SESSIONS)
        ? AttendingController.path(session.id())
        : BuyerController.path(session.id());
  }
}
