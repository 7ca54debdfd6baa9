package duijie.sessions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When people are asked how intents go on. */
public final class IntentDates {

  /** So many months after a session people are asked whether contracts were signed. */
  public static final int MONTHS = 6;

  private IntentDates() {}

  /** The day on which it is asked whether what a session left was signed. */
  public static LocalDate question(Session session) {
    return session.setup().day().plusMonths(MONTHS);
  }

  /**
   * Whether that waits for an answer.
   *
   * @param lastNote when something was last said of the intent, or null
   */
  public static boolean asked(
      Intent intent, Session session, @Nullable LocalDate lastNote, LocalDate today) {
    var question = question(session);
    return intent.state().alive()
        && !today.isBefore(question)
        && (lastNote == null || lastNote.isBefore(question));
  }

  /** Whether the last day to follow it up is past. */
  public static boolean overdue(Intent intent, LocalDate today) {
    var until = intent.findings().until();
    return intent.state().alive() && until != null && until.isBefore(today);
  }
}
