package duijie.sessions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The intents that talks left, with the notes of those who follow them up. */
public interface Intents {

  Optional<Intent> find(Session.Id session, MeetingKey meeting);

  /** All of a session, by project and agency. */
  List<Intent> of(Session.Id session);

  /** Those that may still come to something and are to be followed up between these days. */
  List<Intent> due(LocalDate from, LocalDate to);

  /** Those that may still come to something, of sessions held between these days. */
  List<Intent> heldBetween(LocalDate from, LocalDate to);

  /** Stores an intent in the place of the version before; the first has version 1. */
  void put(Intent intent);

  /** Takes away one that came of a mistake. */
  void remove(Session.Id session, MeetingKey meeting);

  /** The notes of an intent, the first one first. */
  List<IntentNote> notes(Session.Id session, MeetingKey meeting);

  /** All notes of a session, by project, agency and number. */
  List<IntentNote> notes(Session.Id session);

  void add(Session.Id session, IntentNote note);
}
