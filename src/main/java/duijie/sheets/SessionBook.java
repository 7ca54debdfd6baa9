package duijie.sheets;

import duijie.agencies.Agency;
import duijie.calendar.WorkingCalendar;
import duijie.matching.Assessment;
import duijie.projects.Project;
import duijie.sessions.Absences.Party;
import duijie.sessions.Intent;
import duijie.sessions.MeetingKey;
import duijie.sessions.Session;
import duijie.sessions.Slot;
import duijie.sessions.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the workbook of a session shows.
 *
 * @param version of the timetable that was released last; 0 where none was
 * @param projects those that it lists
 * @param agencies those that come
 * @param talks by turn and table, those without a place last
 * @param attendees everybody who is to come, buyers first
 * @param followed the intents that talks left, by number
 * @param asOf the day of which the match scores are
 * @param assessing says why a pair matches; asked when its row is written
 */
public record SessionBook(
    Session session,
    int version,
    List<Project> projects,
    List<Agency> agencies,
    List<Talk> talks,
    List<Attendee> attendees,
    List<Followed> followed,
    LocalDate asOf,
    Assessing assessing) {

  /** The order of a day: by turn and table; what has no place comes last, by project and agency. */
  private static final Comparator<Talk> OF_THE_DAY =
      Comparator.comparing((Talk talk) -> talk.slot() == null)
          .thenComparingInt(talk -> talk.slot() == null ? 0 : talk.slot().number())
          .thenComparingInt(Talk::table)
          .thenComparing(talk -> talk.project().id())
          .thenComparing(talk -> talk.agency().id());

  public SessionBook {
    projects = List.copyOf(projects);
    agencies = List.copyOf(agencies);
    talks = talks.stream().sorted(OF_THE_DAY).toList();
    attendees = List.copyOf(attendees);
    followed = List.copyOf(followed);
  }

  /** Says what speaks for a pair. */
  @FunctionalInterface
  public interface Assessing {
    Assessment of(Project project, Agency agency);
  }

  /**
   * A project and an agency that may talk.
   *
   * @param number 对接编号 as papers show it; empty where it has none yet
   * @param slot when they talk, or null where they have no place
   * @param table where; 0 where they have no place
   * @param agreed what both sides say to it, in a few words
   * @param arrived who of them is there, in a few words
   * @param remark why they have no place, or what became of the talk; may be empty
   * @param verdict what counts of what was recorded of it
   */
  public record Talk(
      String number,
      Project project,
      Agency agency,
      @Nullable Slot slot,
      int table,
      String agreed,
      String arrived,
      String remark,
      Verdict verdict) {

    public MeetingKey key() {
      return new MeetingKey(project.id(), agency.id());
    }

    /** Its turn, of one that has a place. */
    public Slot turn() {
      return Objects.requireNonNull(slot);
    }
  }

  /**
   * A party that is to come.
   *
   * @param name of the buyer, or of the agency
   * @param about the project for which a buyer comes; empty for agencies
   * @param first when and where they talk first; empty where they have no talk
   * @param talks how many they have
   * @param arrivedAt when they came, or null
   */
  public record Attendee(
      Party party,
      String name,
      String about,
      String first,
      int talks,
      @Nullable Instant arrivedAt) {

    /** At which minute they came, or null. */
    public @Nullable LocalTime time() {
      return arrivedAt == null
          ? null
          : arrivedAt.atZone(WorkingCalendar.ZONE).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /** What an exported row remembers of them. */
    public Trace trace(UUID session) {
      var at = time();
      return Trace.of(
          session, party.side() + " " + party.id(), List.of(at == null ? "" : at.toString()));
    }
  }

  /** An intent with the talk that left it. */
  public record Followed(Talk talk, Intent intent) {}

  /** The talks that have a place. */
  public List<Talk> placed() {
    return talks.stream().filter(talk -> talk.slot() != null).toList();
  }
}
