package duijie.sessions;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.timetable.Meeting;
import duijie.timetable.Pair;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A project and an agency that may talk at a session 洽谈.
 *
 * @param worth what the talk is worth, 0 or more
 * @param place where they talk, or null where they have no place
 * @param state where it stands
 * @param locked whether they stay there, whatever is planned anew
 * @param reason why they have no place; null where they have one
 */
public record PlannedMeeting(
    Project.Id project,
    Agency.Id agency,
    BigDecimal worth,
    @Nullable Place place,
    State state,
    boolean locked,
    @Nullable String reason) {

  /** Where a meeting stands. */
  public enum State {
    UNSCHEDULED("未排"),
    SCHEDULED("已排"),
    HELD("已谈"),
    NO_SHOW("缺席"),
    REFILLED("候补"),
    CANCELLED("取消");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /**
     * Where it may go from here. What was missed may still be found to have been held, and may be
     * made up for.
     */
    public Set<State> next() {
      return switch (this) {
        case UNSCHEDULED, CANCELLED -> EnumSet.of(SCHEDULED, REFILLED);
        case SCHEDULED -> EnumSet.of(UNSCHEDULED, HELD, NO_SHOW, CANCELLED);
        case REFILLED -> EnumSet.of(NO_SHOW, CANCELLED);
        case NO_SHOW -> EnumSet.of(HELD, REFILLED);
        case HELD -> EnumSet.noneOf(State.class);
      };
    }

    /** Whether it is held, or is to be. */
    public boolean standing() {
      return this == SCHEDULED || this == HELD || this == REFILLED;
    }
  }

  /** Why a meeting has no place that the organizer took out. */
  static final String MOVED_OUT = "组织者移出";

  public PlannedMeeting {
    worth = worth.stripTrailingZeros();
    if (place == null && (locked || state.standing())) {
      throw new IllegalArgumentException("nothing is locked or held nowhere: " + project);
    }
  }

  /** A meeting that a timetable gave a place, or none for this reason. */
  static PlannedMeeting planned(
      MeetingKey key,
      BigDecimal worth,
      @Nullable Place place,
      boolean locked,
      @Nullable String reason) {
    var state = place == null ? State.UNSCHEDULED : State.SCHEDULED;
    return new PlannedMeeting(key.project(), key.agency(), worth, place, state, locked, reason);
  }

  public MeetingKey key() {
    return new MeetingKey(project, agency);
  }

  /** Whether it is of these two. */
  public boolean of(Project.Id one, Agency.Id other) {
    return project.equals(one) && agency.equals(other);
  }

  /** As a timetable is asked for it. */
  Pair pair() {
    return Pair.of(project.value(), agency.value(), worth);
  }

  /** As a timetable holds it; only where it has a place. */
  Meeting seated() {
    var there = Objects.requireNonNull(place);
    return new Meeting(project.value(), agency.value(), there.slot(), there.table(), worth);
  }

  /** Whether it is held in this turn or a later one, or is to be. */
  public boolean standsFrom(int slot) {
    return place != null && state.standing() && place.slot() >= slot;
  }

  /** Whether this party is one of its two. */
  public boolean concerns(Absences.Party party) {
    return party.id().equals(party.side() == Side.AGENCY ? agency.value() : project.value());
  }

  PlannedMeeting at(@Nullable Place other) {
    return planned(key(), worth, other, locked && other != null, other == null ? MOVED_OUT : null);
  }

  /** The same without a place, for this reason. */
  PlannedMeeting out(String why) {
    return planned(key(), worth, null, false, why);
  }

  PlannedMeeting locked(boolean stays) {
    return new PlannedMeeting(project, agency, worth, place, state, stays && place != null, reason);
  }

  /** The same, standing otherwise where it is. */
  PlannedMeeting in(State other) {
    return moved(other, place, locked, reason);
  }

  /** The same without its place, which somebody else may take. */
  PlannedMeeting missed(String why) {
    return moved(State.NO_SHOW, null, false, why);
  }

  /** The same called off. */
  PlannedMeeting cancelled(String why) {
    return moved(State.CANCELLED, null, false, why);
  }

  /** The same in the place of one that was missed. */
  PlannedMeeting refilling(Place free) {
    return moved(State.REFILLED, free, false, null);
  }

  private PlannedMeeting moved(
      State other, @Nullable Place there, boolean stays, @Nullable String why) {
    if (!state.next().contains(other)) {
      throw new IllegalStateException("from %s no way to %s".formatted(state, other));
    }
    return new PlannedMeeting(project, agency, worth, there, other, stays, why);
  }
}
