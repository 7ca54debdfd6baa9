package duijie.interests;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.calendar.WorkingCalendar;
import duijie.matching.Finding;
import duijie.matching.Matching;
import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.shared.Isolated;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inviting agencies to a project. */
@Singleton
public class Inviting {

  /** The longest words to the agencies, in characters. */
  public static final int LONGEST = 500;

  /** So many are invited at once. */
  public static final int MOST = 100;

  private final Invitations invitations;
  private final DatabaseClock databaseClock;
  private final Projects projects;
  private final Agencies agencies;
  private final Provider<Matching> matching;
  private final Messenger messenger;
  private final AuditTrail trail;
  private final Clock clock;

  Inviting(
      Invitations invitations,
      DatabaseClock databaseClock,
      Projects projects,
      Agencies agencies,
      Provider<Matching> matching,
      Messenger messenger,
      AuditTrail trail,
      Clock clock) {
    this.invitations = invitations;
    this.databaseClock = databaseClock;
    this.projects = projects;
    this.agencies = agencies;
    this.matching = matching;
    this.messenger = messenger;
    this.trail = trail;
    this.clock = clock;
  }

  /** What comes of it: all are invited, or none. */
  public sealed interface Outcome {

    /** They are, some of them maybe before. */
    record Done() implements Outcome {}

    /** Nobody was invited, for all these reasons. */
    record Refused(List<Fault> faults) implements Outcome {}
  }

  /** What something is wrong with. */
  public enum Place {
    PROJECT,
    AGENCIES,
    WORDS
  }

  /**
   * What is wrong.
   *
   * @param agency the one agency that it is about, or null
   */
  public record Fault(Place place, Agency.@Nullable Id agency, String sentence) {

    Fault(Place place, String sentence) {
      this(place, null, sentence);
    }
  }

  /** Why nobody can be invited to this project now, if so. */
  public Optional<String> obstacle(Project project) {
    return project.openAt(LocalDateTime.ofInstant(databaseClock.now(), WorkingCalendar.ZONE))
        ? Optional.empty()
        : Optional.of("这个项目已经截止或者终止，不能再邀请机构。");
  }

  /** Invites these agencies; one that was invited before is not told again. */
  @Transactional
  public Outcome invite(
      Project.Id to, Collection<Agency.Id> whom, String words, Account by, Caller caller) {
    var project = projects.lock(to).orElseThrow();
    var fresh =
        whom.stream().distinct().filter(agency -> invitations.find(to, agency).isEmpty()).toList();
    if (fresh.isEmpty() && !whom.isEmpty()) {
      return saidBefore(to, whom, words.strip())
          ? new Outcome.Done()
          : new Outcome.Refused(List.of(new Fault(Place.WORDS, "选中的机构都已经邀请过了，您写的附言没有发出。")));
    }
    var found = agencies.findAll(fresh);
    var faults = new ArrayList<Fault>();
    obstacle(project).ifPresent(why -> faults.add(new Fault(Place.PROJECT, why)));
    faults.addAll(faults(whom, words));
    var known = found.stream().map(Agency::id).collect(Collectors.toSet());
    fresh.stream()
        .filter(agency -> !known.contains(agency))
        .forEach(agency -> faults.add(new Fault(Place.AGENCIES, agency, "有机构已经不在名录里，请重新选择。")));
    found.forEach(
        agency ->
            excluded(project, agency)
                .ifPresent(why -> faults.add(new Fault(Place.AGENCIES, agency.id(), why))));
    if (!faults.isEmpty()) {
      return new Outcome.Refused(List.copyOf(faults));
    }
    found.forEach(agency -> invite(project, agency, words.strip(), by, caller));
    return new Outcome.Done();
  }

  private boolean saidBefore(Project.Id to, Collection<Agency.Id> whom, String words) {
    return whom.stream()
        .flatMap(agency -> invitations.find(to, agency).stream())
        .allMatch(invitation -> invitation.words().equals(words));
  }

  private void invite(Project project, Agency agency, String words, Account by, Caller caller) {
    var invitation =
        new Invitation(
            project.id(), agency.id(), UUID.randomUUID(), words, by.id(), databaseClock.now());
    invitations.add(invitation);
    var subject = new Entry.Subject("project", project.id().value());
    trail.record(Entry.added(caller, "INVITE_AGENCY", subject, snapshot(invitation)));
    var text =
        "“%s”邀请贵机构了解项目“%s”。%s\n邀请不是采购结果；愿意承接的，请在项目的页面上表达意向，并按公告的要求响应。"
            .formatted(
                Isolated.name(by.organisation().name()),
                Isolated.name(project.name()),
                words.isEmpty() ? "" : "\n附言：" + words);
    messenger.tell(
        new Organisation.Id(agency.id().value()),
        new News(
            News.Kind.INVITATION,
            "invitation " + invitation.id(),
            "邀请：" + Isolated.name(project.name()),
            text,
            News.page("/projects", project.id().value())));
  }

  private static List<Fault> faults(Collection<Agency.Id> whom, String words) {
    var faults = new ArrayList<Fault>();
    if (whom.isEmpty()) {
      faults.add(new Fault(Place.AGENCIES, "请先勾选要邀请的机构。"));
    }
    if (whom.size() > MOST) {
      faults.add(new Fault(Place.AGENCIES, "一次最多邀请 %d 家，现在选了 %d 家。".formatted(MOST, whom.size())));
    }
    int length = words.strip().codePointCount(0, words.strip().length());
    if (length > LONGEST) {
      faults.add(new Fault(Place.WORDS, "附言最多 %d 个字，现在有 %d 个，请写短一些。".formatted(LONGEST, length)));
    }
    return faults;
  }

  /** Why rules exclude the agency, or why it is not there to be invited. */
  private Optional<String> excluded(Project project, Agency agency) {
    if (agency.state() != Agency.State.VERIFIED) {
      return Optional.of("“%s”现在的状态是“%s”，不能邀请。".formatted(agency.name(), agency.state().label()));
    }
    var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    var failed = matching.get().assess(project, agency, today).failed();
    return failed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "“%s”不符合硬性条件，不能邀请：%s"
                .formatted(
                    agency.name(),
                    failed.stream().map(Finding::sentence).collect(Collectors.joining())));
  }

  private static Snapshot snapshot(Invitation invitation) {
    var values = new LinkedHashMap<String, Object>();
    values.put("项目编号", invitation.project());
    values.put("机构", invitation.agency());
    values.put("附言", invitation.words());
    return Snapshot.of(values);
  }
}
