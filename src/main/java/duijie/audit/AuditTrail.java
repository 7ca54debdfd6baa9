package duijie.audit;

import java.util.Collection;
import java.util.List;

/** Where it is written down who did what. Nothing in it is ever changed. */
public interface AuditTrail {

  /**
   * Writes these down, in this order.
   *
   * <p>What was done is written in the transaction at hand, as the last thing before it commits:
   * both come to be or neither. Where there is no transaction, it gets one of its own. What was
   * refused is written at once in a transaction of its own, and stays whatever becomes of the one
   * at hand.
   */
  void record(Collection<Entry> entries);

  /** Writes one down: see {@link #record(Collection)}. */
  default void record(Entry entry) {
    record(List.of(entry));
  }
}
