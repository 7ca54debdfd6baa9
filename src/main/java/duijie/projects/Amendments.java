package duijie.projects;

import duijie.calendar.Answer;
import duijie.calendar.Calendars;
import duijie.calendar.Deadlines;
import duijie.calendar.Extension;
import duijie.calendar.ProcurementMethod;
import duijie.calendar.Reason;
import duijie.calendar.StatutoryPeriods;
import duijie.calendar.WorkingCalendar;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an amendment 更正 has to keep to: it says why and what is changed, comes before the deadline,
 * never moves the deadline nearer, and where it may affect what agencies hand in leaves them the
 * statutory time (政府采购法实施条例 art. 31; 财库〔2014〕214号 art. 10).
 */
@Singleton
public class Amendments {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Notices notices;
  private final Projects projects;
  private final StatutoryPeriods periods;
  private final Calendars calendars;
  private final Clock clock;

  Amendments(
      Notices notices,
      Projects projects,
      StatutoryPeriods periods,
      Calendars calendars,
      Clock clock) {
    this.notices = notices;
    this.projects = projects;
    this.periods = periods;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * What becomes of the amendment if it is published now.
   *
   * @param changes what it says otherwise than the notice before it
   * @param obstacles what keeps it from being published
   * @param advice what its writer should know
   */
  public record Review(List<Change> changes, List<String> obstacles, List<String> advice) {

    static final Review NOTHING = new Review(List.of(), List.of(), List.of());
  }

  /**
   * Looks through a publication; of one that amends nothing there is nothing to say.
   *
   * @param amended the project as it would be
   */
  public Review review(Publication publication, Project amended) {
    var number = publication.purpose().project();
    if (number == null) {
      return Review.NOTHING;
    }
    var changes = changes(publication);
    if (!publication.purpose().amending()) {
      return new Review(changes, List.of(), List.of());
    }
    var obstacles = new ArrayList<String>();
    var advice = new ArrayList<String>();
    if (publication.purpose().reason().isEmpty()) {
      obstacles.add("请写明更正事由。");
    }
    if (changes.isEmpty()) {
      obstacles.add("还没有改动任何内容，没有可以更正的。");
    }
    projects
        .find(number)
        .flatMap(before -> Optional.ofNullable(before.respondBy()))
        .ifPresent(deadline -> deadline(publication, amended, deadline, obstacles, advice));
    return new Review(changes, List.copyOf(obstacles), List.copyOf(advice));
  }

  /** What a publication says otherwise than the last notice of its project. */
  private List<Change> changes(Publication publication) {
    return Optional.ofNullable(publication.purpose().project())
        .flatMap(project -> Announcing.latest(notices.of(project)))
        .map(
            notice ->
                Change.between(
                    notice.typed(), notice.clauses(), publication.typed(), publication.clauses()))
        .orElse(List.of());
  }

  private void deadline(
      Publication publication,
      Project amended,
      LocalDateTime deadline,
      List<String> obstacles,
      List<String> advice) {
    var now = clock.instant();
    if (!LocalDateTime.ofInstant(now, WorkingCalendar.ZONE).isBefore(deadline)) {
      obstacles.add("响应截止时间（" + MINUTE.format(deadline) + "）已过，不能再更正。确需继续采购的，请终止以后重新发布。");
      return;
    }
    var later = amended.respondBy();
    if (later == null || later.isBefore(deadline)) {
      obstacles.add("响应截止时间只能延后，不能提前或删去。原定 " + MINUTE.format(deadline) + "。");
      return;
    }
    var method = Optional.ofNullable(amended.procurementMethod()).flatMap(ProcurementMethod::read);
    if (method.isEmpty() || !publication.purpose().affecting()) {
      return;
    }
    var extension =
        new Deadlines(periods, calendars.current()).amended(method.get(), now, deadline);
    switch (extension) {
      case Extension.Needed needed -> needed(needed, later, obstacles);
      case Extension.Unpublished(int year, var reasons) ->
          advice.add(year + "年的放假安排还没有载入，响应截止时间要不要顺延无法核算，请自行核对。" + sentences(reasons));
      case Extension.NotNeeded none -> {}
      case Extension.NoPeriod none -> {}
      case Extension.TooLate none -> {}
    }
  }

  private static void needed(Extension.Needed needed, LocalDateTime later, List<String> obstacles) {
    if (later.toLocalDate().isBefore(needed.notBefore().toLocalDate())) {
      var day =
          needed.onWorkingDay() instanceof Answer.Known<LocalDateTime>(LocalDateTime moment)
              ? moment
              : needed.notBefore();
      obstacles.add(
          "这次更正可能影响响应文件编制，响应截止时间应当顺延，请改到 "
              + MINUTE.format(day)
              + " 或以后。"
              + sentences(needed.reasons()));
    }
  }

  private static String sentences(List<Reason> reasons) {
    return reasons.stream().map(Reason::sentence).collect(Collectors.joining());
  }
}
