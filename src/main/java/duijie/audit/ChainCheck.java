package duijie.audit;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the audit trail, row by row in the order of their numbers, and names what is wrong
 * with it. It keeps only the last row in mind, however long the trail is.
 *
 * <p>Whoever owns the database can write a whole new chain, or cut the trail off at the end and set
 * the head back: such a trail is in order in itself. That is seen only by somebody who has noted an
 * earlier {@link Anchor} elsewhere.
 */
public final class ChainCheck {

  /** How long the trail was at some time, and the hash of its last row then. */
  public record Anchor(long entries, String hash) {

    /** Of a trail without rows. */
    public static final Anchor EMPTY = new Anchor(0, Link.BEGINNING);

    @Override
    public String toString() {
      return entries + ":" + hash;
    }
  }

  /** What can be wrong. */
  public enum Kind {
    /** The row is not as it was written: a column was changed, or it was moved to this number. */
    CHANGED,
    /** The row does not carry the hash of the row before it. */
    DETACHED,
    /** Rows are not there any more. */
    MISSING,
    /** A number that is no number of the trail, or that stands there twice. */
    MISNUMBERED,
    /** A way of hashing that this version does not know, so the row cannot be checked. */
    UNKNOWN_ALGORITHM,
    /** Rows at the end are not there any more: the head knows of more. */
    CUT_OFF,
    /** What the head keeps is not the last row, or there is no head. */
    HEAD_DIFFERS,
    /** The row that was noted elsewhere is another one, or is not there any more. */
    ANCHOR_DIFFERS
  }

  /**
   * Something wrong.
   *
   * @param last the last row that it is said of; the same as the first unless there are several
   */
  public record Fault(Kind kind, long first, long last) {}

  private final Consumer<Fault> faults;
  private final @Nullable Anchor noted;
  private long rows;
  private long number;
  private @Nullable String hash = Link.BEGINNING;
  private boolean notedSeen;

  /**
   * @param noted what somebody has noted elsewhere, if anybody has
   * @param faults is told each fault as it is found
   */
  public ChainCheck(@Nullable Anchor noted, Consumer<Fault> faults) {
    this.noted = noted;
    this.faults = faults;
    this.notedSeen = noted == null || noted.equals(Anchor.EMPTY);
  }

  /** Looks at the next row. */
  public void accept(Link link) {
    rows++;
    if (link.number() <= number) {
      report(Kind.MISNUMBERED, link.number());
    } else if (link.number() > number + 1) {
      faults.accept(new Fault(Kind.MISSING, number + 1, link.number() - 1));
    }
    if (!link.algorithmKnown()) {
      report(Kind.UNKNOWN_ALGORITHM, link.number());
    } else if (!link.isWhole()) {
      report(Kind.CHANGED, link.number());
    }
    if (!Objects.equals(link.previousHash(), hash)) {
      report(Kind.DETACHED, link.number());
    }
    number = Math.max(number, link.number());
    hash = link.hash();
    if (noted != null && noted.entries() == link.number() && noted.hash().equals(link.hash())) {
      notedSeen = true;
    }
  }

  /**
   * Compares the end with what the head keeps.
   *
   * @return the end of the trail as it was found, to be noted elsewhere
   */
  public Anchor finish(@Nullable Anchor head) {
    var end = new Anchor(number, String.valueOf(hash));
    if (head == null) {
      report(Kind.HEAD_DIFFERS, number);
    } else if (head.entries() > number) {
      faults.accept(new Fault(Kind.CUT_OFF, number + 1, head.entries()));
    } else if (!head.equals(end)) {
      report(Kind.HEAD_DIFFERS, number);
    }
    if (!notedSeen && noted != null) {
      report(Kind.ANCHOR_DIFFERS, noted.entries());
    }
    return end;
  }

  /** How many rows were looked at. */
  public long rows() {
    return rows;
  }

  private void report(Kind kind, long at) {
    faults.accept(new Fault(kind, at, at));
  }
}
