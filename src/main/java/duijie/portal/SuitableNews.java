package duijie.portal;

import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.agencies.Agency;
import duijie.calendar.WorkingCalendar;
import duijie.matching.Matching;
import duijie.matching.Ranking.Ranked;
import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.projects.Notice;
import duijie.projects.Project;
import duijie.projects.ProjectNews;
import duijie.projects.Question;
import duijie.shared.Isolated;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the people of every agency that no rule excludes from a new project. Of the ranking each
 * learns its own score alone.
 */
@Singleton
class SuitableNews implements ProjectNews {

  private final Provider<Matching> matching;
  private final Accounts accounts;
  private final Messenger messenger;
  private final Clock clock;

  SuitableNews(Provider<Matching> matching, Accounts accounts, Messenger messenger, Clock clock) {
    this.matching = matching;
    this.accounts = accounts;
    this.messenger = messenger;
    this.clock = clock;
  }

  @Override
  public void announced(Notice notice, Project project) {
    boolean fresh =
        notice.kind() == Notice.Kind.CALL
            || (notice.kind() == Notice.Kind.INTENTION && notice.number() == 1);
    var members = fresh ? members() : Set.<String>of();
    if (members.isEmpty()) {
      return;
    }
    var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    matching
        .get()
        .agenciesFor(project, agency -> told(agency, members), today, members.size())
        .matches()
        .forEach(match -> tell(match, notice, project));
  }

  @Override
  public void asked(Question question, Project project) {}

  @Override
  public void answered(Question question, Project project) {}

  private void tell(Ranked<Agency> match, Notice notice, Project project) {
    var text =
        "“%s”发布了%s，没有不符合的硬性条件，匹配得分 %s。打开项目的页面，可以看到为什么适合、还差什么。"
            .formatted(
                project.buyer() == null ? "购买主体" : Isolated.name(project.buyer()),
                notice.kind().label(),
                match.assessment().score().toPlainString());
    var news =
        new News(
            News.Kind.NEW_PROJECT,
            "notice " + notice.id(),
            "适合本机构的新项目：" + Isolated.name(project.name()),
            text,
            News.page("/projects", project.id().value()));
    messenger.tell(new Organisation.Id(match.partner().id().value()), news);
  }

  private static boolean told(Agency agency, Set<String> members) {
    return agency.state() == Agency.State.VERIFIED && members.contains(agency.id().value());
  }

  /** The agencies that somebody signs in for. */
  private Set<String> members() {
    return accounts.organisations().stream()
        .filter(organisation -> organisation.kind() == Organisation.Kind.AGENCY)
        .map(organisation -> organisation.id().value())
        .collect(Collectors.toSet());
  }
}
