package duijie.shared.yaml;

import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;

/**
 * How deep lists and mappings nest while a file is gone through. A parser looks at each open one
 * again at every symbol, so that a file of brackets alone would keep it busy for long.
 */
final class Nesting {

  /** How deep they may nest: a rule's sentence stands at the third level. */
  static final int MAXIMUM = 10;

  /** Whoever goes no further may be sure that the file's tree, which has the limit, is refused. */
  private static final int HOPELESS = 2 * MAXIMUM;

  private int depth;

  /** Goes on to the next event; whether the file nests so deep by now that it is refused anyway. */
  boolean isHopeless(Event next) {
    if (next instanceof CollectionStartEvent) {
      depth++;
    } else if (next instanceof CollectionEndEvent) {
      depth--;
    }
    return depth > HOPELESS;
  }
}
