package duijie.sessions;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.timetable.Conflict;
import duijie.timetable.Party;
import duijie.timetable.TimetableTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Says of one place after the other what would be wrong with a meeting there. */
final class PlaceCheck {

  private final TimetableTask task;
  private final Set<Place> taken = new HashSet<>();
  private final Set<Integer> projectBusy = new HashSet<>();
  private final Set<Integer> agencyBusy = new HashSet<>();
  private final Set<Integer> projectAway;
  private final Set<Integer> agencyAway;
  private final boolean projectFull;
  private final boolean agencyFull;

  PlaceCheck(TimetableTask task, Plan plan, Project.Id project, Agency.Id agency) {
    this.task = task;
    for (var meeting : plan.placed()) {
      if (!meeting.of(project, agency)) {
        var place = Objects.requireNonNull(meeting.place());
        taken.add(place);
        if (meeting.project().equals(project)) {
          projectBusy.add(place.slot());
        }
        if (meeting.agency().equals(agency)) {
          agencyBusy.add(place.slot());
        }
      }
    }
    var one = party(task.projects(), project.value());
    var other = party(task.agencies(), agency.value());
    projectAway = one.unavailable();
    agencyAway = other.unavailable();
    projectFull = projectBusy.size() >= one.maxMeetings();
    agencyFull = agencyBusy.size() >= other.maxMeetings();
  }

  /** Who is not at the session any more is never there. */
  private static Party party(List<Party> parties, String id) {
    return parties.stream()
        .filter(party -> party.id().equals(id))
        .findFirst()
        .orElseGet(() -> Party.of(id, 0, List.of()));
  }

  /** What would be wrong there; nothing where it can go. */
  List<String> conflicts(Place place) {
    var conflicts = new ArrayList<String>();
    boolean there =
        place.slot() >= 1
            && place.slot() <= task.slots()
            && place.table() >= 1
            && place.table() <= task.tables();
    note(conflicts, !there, Conflict.Kind.NO_SUCH_PLACE);
    note(conflicts, taken.contains(place), Conflict.Kind.TABLE_TWICE);
    note(conflicts, projectBusy.contains(place.slot()), Conflict.Kind.PROJECT_TWICE);
    note(conflicts, agencyBusy.contains(place.slot()), Conflict.Kind.AGENCY_TWICE);
    note(conflicts, projectAway.contains(place.slot()), Conflict.Kind.PROJECT_AWAY);
    note(conflicts, agencyAway.contains(place.slot()), Conflict.Kind.AGENCY_AWAY);
    note(conflicts, projectFull, Conflict.Kind.PROJECT_OVER_CAP);
    note(conflicts, agencyFull, Conflict.Kind.AGENCY_OVER_CAP);
    return List.copyOf(conflicts);
  }

  private static void note(List<String> conflicts, boolean broken, Conflict.Kind kind) {
    if (broken) {
      conflicts.add(kind.sentence());
    }
  }
}
