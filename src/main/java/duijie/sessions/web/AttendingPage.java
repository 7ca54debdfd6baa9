package duijie.sessions.web;

import duijie.pages.Problem;
import duijie.sessions.Slot;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session before an agency that is asked to come.
 *
 * @param standby whether it comes only if others do not
 * @param answered whether it has said whether it comes
 * @param coming whether it comes
 * @param open whether it may say so, or otherwise
 * @param note what it says with its answer
 * @param away in which turns it cannot talk
 * @param changeable whether it may say so, or otherwise
 * @param shut why it cannot ask for talks now, or null
 * @param talks what there is to talk about
 * @param itinerary its own talks in the version that was released last
 */
public record AttendingPage(
    String path,
    String name,
    String state,
    String when,
    String place,
    String organizer,
    String standing,
    boolean standby,
    boolean answered,
    boolean coming,
    boolean open,
    String note,
    List<Slot> slots,
    Set<Integer> away,
    boolean changeable,
    @Nullable String shut,
    List<Talk> talks,
    List<Itinerary> itinerary,
    @Nullable DayNote day,
    List<Problem> problems) {}
