package duijie.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with an intent, or said of it.
 *
 * @param number counts those of an intent from 1
 * @param step null where it stands where it stood
 * @param words may be empty
 */
public record IntentNote(
    MeetingKey meeting,
    int number,
    Instant at,
    Recorder by,
    Intent.@Nullable Step step,
    String words) {}
