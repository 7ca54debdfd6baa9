package duijie.sessions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of the results that were recorded of one talk counts: the organizer's, who has the sheet
 * that both signed; else what both sides say, where they agree; else what the only one says.
 *
 * @param counts null where nothing was recorded, and where both sides say something else
 * @param disputed whether they do 双方所记不同, and the organizer has not settled it
 */
public record Verdict(@Nullable Findings counts, boolean disputed) {

  /** Of a talk of which nothing was recorded. */
  public static final Verdict NONE = new Verdict(null, false);

  /** The verdict on all that was recorded of one talk. */
  static Verdict of(List<TalkResult> results) {
    var settled = by(results, Recorder.ORGANIZER);
    if (settled.isPresent()) {
      return new Verdict(settled.get().findings(), false);
    }
    // The later one knows better; what it leaves out, the other may know.
    var sides = results.stream().sorted(Comparator.comparing(TalkResult::at).reversed()).toList();
    if (sides.isEmpty()) {
      return NONE;
    }
    var later = sides.getFirst().findings();
    var earlier = sides.getLast().findings();
    return later.agrees(earlier)
        ? new Verdict(later.filledFrom(earlier), false)
        : new Verdict(null, true);
  }

  private static Optional<TalkResult> by(List<TalkResult> results, Recorder who) {
    return results.stream().filter(result -> result.by() == who).findFirst();
  }

  /** Whether it says that there is something to follow up. */
  boolean intended() {
    return counts != null && counts.kind().intended();
  }
}
