package duijie.sessions.web;

import duijie.pages.Addresses;
import duijie.pages.Problem;
import duijie.pages.Words;
import duijie.projects.Project;
import duijie.sessions.Arrivals;
import duijie.sessions.BookingMode;
import duijie.sessions.Guest;
import duijie.sessions.Guest.Standing;
import duijie.sessions.Guests;
import duijie.sessions.InvitationRule;
import duijie.sessions.Plans;
import duijie.sessions.Requests;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.Setup;
import duijie.sessions.Step;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes sessions as their pages show them. */
@Singleton
final class SessionViews {

  /** Steps that there are pages for. */
  private static final List<Step> AVAILABLE =
      List.of(Step.INVITE, Step.OPEN_BOOKING, Step.SCHEDULE, Step.REOPEN_BOOKING);

  private static final Map<Step, String> HINTS =
      Map.of(
          Step.INVITE, "开始以后可以发邀请，机构答复是否参加。",
          Step.OPEN_BOOKING, "开始以后，购买方和机构可以互相约谈。",
          Step.SCHEDULE, "开始以后，约谈截止，没有答复的约谈过期；时间、地点和项目不能再改。",
          Step.REOPEN_BOOKING, "时刻表还没有发布，可以回到约谈。");

  private final Sessions sessions;
  private final Guests guests;
  private final Requests requests;
  private final Plans plans;
  private final Arrivals arrivals;
  private final OutcomeTasks outcomes;
  private final Words words;

  SessionViews(
      Sessions sessions,
      Guests guests,
      Requests requests,
      Plans plans,
      Arrivals arrivals,
      OutcomeTasks outcomes,
      Words words) {
    this.sessions = sessions;
    this.guests = guests;
    this.requests = requests;
    this.plans = plans;
    this.arrivals = arrivals;
    this.outcomes = outcomes;
    this.words = words;
  }

  SessionsPage.Row row(Session session) {
    return new SessionsPage.Row(
        SessionsController.path(session.id()),
        session.setup().name(),
        session.state().label(),
        session.state() == Session.State.LIVE,
        List.of(when(session.setup()), session.setup().place()));
  }

  /** The day with its first and last minute. */
  static String when(Setup setup) {
    var slots = setup.slots();
    return "%s %s—%s".formatted(setup.day(), slots.getFirst().begins(), slots.getLast().ends());
  }

  SessionPage page(Session session, List<Problem> problems) {
    var setup = session.setup();
    return new SessionPage(
        SessionsController.path(session.id()),
        setup.name(),
        session.state().label(),
        session.version(),
        when(setup),
        setup.place(),
        facts(setup),
        setup.slots(),
        tasks(session),
        Arrays.stream(Step.values())
            .filter(step -> AVAILABLE.contains(step) && session.move(step).isPresent())
            .map(step -> new SessionPage.Option(step.name(), step.label(), HINTS.get(step)))
            .toList(),
        problems);
  }

  private static List<SessionPage.Fact> facts(Setup setup) {
    return List.of(
        new SessionPage.Fact("每次洽谈", setup.talkMinutes() + " 分钟"),
        new SessionPage.Fact("换桌", setup.breakMinutes() + " 分钟"),
        new SessionPage.Fact("桌数", setup.tables() + " 桌"),
        new SessionPage.Fact("每个项目最多", setup.perProject() + " 次洽谈"),
        new SessionPage.Fact("每家机构最多", setup.perAgency() + " 次洽谈"),
        new SessionPage.Fact("约谈方式", setup.booking().label()),
        new SessionPage.Fact("邀请规则", rule(setup.rule())));
  }

  static String rule(InvitationRule rule) {
    return "每个项目邀请前 %d 名、匹配分不低于 %s 的机构；每个项目至少让 %d 家新小机构入选"
        .formatted(rule.top(), rule.minimumScore().toPlainString(), rule.newcomers());
  }

  private List<SessionPage.Task> tasks(Session session) {
    var path = SessionsController.path(session.id());
    int projects = sessions.projects(session.id()).size();
    var asked = guests.of(session.id());
    long coming = asked.stream().filter(guest -> guest.standing() == Standing.COMING).count();
    var tasks = new ArrayList<SessionPage.Task>();
    tasks.add(new SessionPage.Task("时间、地点和规则", path + "/setup", "场次、桌数、邀请规则", "已填", true));
    tasks.add(
        new SessionPage.Task(
            "选项目",
            path + "/projects",
            "哪些项目到会场洽谈",
            projects == 0 ? "待选" : projects + " 个",
            projects > 0));
    tasks.add(
        new SessionPage.Task(
            "邀请机构",
            path + "/guests",
            "按匹配名次和新小机构名额邀请，看答复，发提醒",
            asked.isEmpty() ? "待邀请" : "邀请 %d 家，参加 %d 家".formatted(asked.size(), coming),
            coming > 0));
    if (session.state() != Session.State.DRAFT && session.state() != Session.State.INVITING) {
      int talks = requests.of(session.id()).size();
      tasks.add(
          new SessionPage.Task(
              "约谈情况",
              path + "/talks",
              "谁约了谁、对方怎样答复；购买方没有账号的，在这里替他们答复",
              talks == 0 ? "还没有人约" : talks + " 个",
              talks > 0));
    }
    if (!session.state().open()) {
      int versions = plans.releases(session.id()).size();
      tasks.add(
          new SessionPage.Task(
              "时刻表",
              path + "/timetable",
              "自动排桌，手工调整、锁定，发布给双方",
              versions == 0 ? "待发布" : "已发布第 " + versions + " 版",
              versions > 0));
    }
    if (session.state().released()) {
      int came = arrivals.of(session.id()).size();
      tasks.add(
          new SessionPage.Task(
              "会场",
              path + "/hall",
              "当天的签到、各桌情况、缺席和补位、大屏幕",
              came == 0 ? "还没有人签到" : "已签到 " + came + " 方",
              came > 0));
    }
    tasks.add(
        new SessionPage.Task(
            "对接工作簿", path + "/workbook", "下载 Excel 对接表、签到表、意向台账；填好以后传回来", "Excel", false));
    switch (session.state()) {
      case LIVE, CLOSED, FOLLOWED_UP -> tasks.addAll(outcomes.tasks(session));
      default -> {}
    }
    return tasks;
  }

  static SetupPage setup(
      String title,
      String action,
      String back,
      @Nullable String fresh,
      int version,
      Map<String, String> typed,
      boolean overtaken,
      List<Problem> problems) {
    return new SetupPage(
        title,
        action,
        back,
        fresh,
        version,
        typed,
        Arrays.stream(BookingMode.values())
            .map(mode -> new SetupPage.Mode(mode.name(), mode.label()))
            .toList(),
        SetupForm.BLOCKS,
        overtaken,
        problems);
  }

  /** A project as a line of a list. */
  ListedPage.Row row(Project project) {
    var budget = project.budget();
    return new ListedPage.Row(
        project.id().value(),
        "/projects/" + Addresses.encode(project.id().value()),
        Words.title(project.name(), project.demonstration()),
        Stream.of(
                project.id().value(),
                words.placeOrNull(project.region()),
                project.buyer(),
                budget == null ? null : "预算 " + Words.shortAmount(budget))
            .filter(Objects::nonNull)
            .toList());
  }

  /** How many of a session's guests stand where, in the order of the standings. */
  static List<GuestsPage.Count> counts(List<Guest> guests) {
    return Arrays.stream(Standing.values())
        .map(
            standing ->
                new GuestsPage.Count(
                    standing.label(),
                    guests.stream().filter(guest -> guest.standing() == standing).count()))
        .toList();
  }
}
