package duijie.interests;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.accounts.Role;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.calendar.WorkingCalendar;
import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.projects.Answering;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.shared.Isolated;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Declaring interest in a project, and withdrawing it. */
@Singleton
public class DeclaringInterest {

  /** The longest note, in characters. */
  public static final int LONGEST = 500;

  private final Interests interests;
  private final DatabaseClock clock;
  private final Projects projects;
  private final Agencies agencies;
  private final Answering answering;
  private final Messenger messenger;
  private final AuditTrail trail;

  DeclaringInterest(
      Interests interests,
      DatabaseClock clock,
      Projects projects,
      Agencies agencies,
      Answering answering,
      Messenger messenger,
      AuditTrail trail) {
    this.interests = interests;
    this.clock = clock;
    this.projects = projects;
    this.agencies = agencies;
    this.answering = answering;
    this.messenger = messenger;
    this.trail = trail;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /** It is so, now or before. */
    record Done() implements Outcome {}

    /** It is not, whatever is said with it. */
    record Refused(String sentence) implements Outcome {}

    /** It is not, for what is said with it. */
    record Faulty(String sentence) implements Outcome {}
  }

  /** Why an agency cannot declare interest in this project now, if it cannot. */
  public Optional<String> obstacle(Project project, @Nullable Agency agency) {
    if (agency == null || agency.state() != Agency.State.VERIFIED) {
      return Optional.of("本机构的资料审核通过以后，才能表达意向。");
    }
    if (answering.owner(project.id()).isEmpty()) {
      return Optional.of("这个项目不是在本平台发布的，不能在这里表达意向。请按公告里的办法联系购买主体。");
    }
    return project.openAt(LocalDateTime.ofInstant(clock.now(), WorkingCalendar.ZONE))
        ? Optional.empty()
        : Optional.of("这个项目已经截止或者终止，不能再表达意向。");
  }

  /**
   * Declares it for somebody's own agency. Where that has done so before it stays as it was, and
   * another note is refused: a colleague may have written the first.
   */
  @Transactional
  public Outcome declare(Project.Id about, Account by, String note, Caller caller) {
    var project = projects.lock(about).orElseThrow();
    var id = new Agency.Id(by.organisation().id().value());
    var before = interests.find(about, id);
    if (before.isPresent()) {
      return before.get().note().equals(note.strip())
          ? new Outcome.Done()
          : new Outcome.Faulty("本机构已经表达过意向，您写的附言没有保存。要换附言，请先撤回，再重新表达。");
    }
    var agency = agencies.find(id).orElse(null);
    var obstacle = obstacle(project, agency);
    if (obstacle.isPresent() || agency == null) {
      return new Outcome.Refused(obstacle.orElse(""));
    }
    var tooLong = tooLong(note);
    if (tooLong.isPresent()) {
      return new Outcome.Faulty(tooLong.get());
    }
    var interest = new Interest(about, id, UUID.randomUUID(), note.strip(), by.id(), clock.now());
    interests.add(interest);
    trail.record(Entry.added(caller, "DECLARE_INTEREST", subject(interest), snapshot(interest)));
    answering.owner(about).ifPresent(owner -> tell(owner, interest, project, agency));
    return new Outcome.Done();
  }

  /** Takes it back for somebody's own agency; also after the deadline. */
  @Transactional
  public void withdraw(Project.Id about, Account by, Caller caller) {
    projects
        .lock(about)
        .flatMap(p -> interests.find(p.id(), new Agency.Id(by.organisation().id().value())))
        .ifPresent(
            interest -> {
              interests.remove(interest);
              trail.record(
                  Entry.removed(
                      caller, "WITHDRAW_INTEREST", subject(interest), snapshot(interest)));
            });
  }

  /** Once an agency and project: withdrawing and declaring again fills nobody's mailbox. */
  private void tell(Organisation.Id owner, Interest interest, Project project, Agency agency) {
    var said = interest.note().isEmpty() ? "" : "\n附言：" + interest.note();
    var news =
        new News(
            News.Kind.INVITATION,
            "interest %s %s".formatted(project.id(), agency.id()),
            "有机构表达意向：" + Isolated.name(project.name()),
            "“%s”对项目“%s”表达了意向，愿意承接。%s\n表达意向的机构列在项目的页面上，只有本单位看得到。"
                .formatted(Isolated.name(agency.name()), Isolated.name(project.name()), said),
            News.page("/projects", project.id().value()));
    messenger.tell(Role.OFFICER, owner, news);
    messenger.tell(Role.HEAD, owner, news);
  }

  private static Optional<String> tooLong(String note) {
    int length = note.strip().codePointCount(0, note.strip().length());
    return length > LONGEST
        ? Optional.of("附言最多 %d 个字，现在有 %d 个，请写短一些。".formatted(LONGEST, length))
        : Optional.empty();
  }

  private static Entry.Subject subject(Interest interest) {
    return new Entry.Subject("project", interest.project().value());
  }

  private static Snapshot snapshot(Interest interest) {
    var values = new LinkedHashMap<String, Object>();
    values.put("项目编号", interest.project());
    values.put("机构", interest.agency());
    values.put("附言", interest.note());
    return Snapshot.of(values);
  }
}
