package duijie.agencies;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What agencies declare. */
public interface Declarations {

  Optional<Declaration> find(Agency.Id agency);

  /** The same; nobody else changes it before the transaction ends. */
  Optional<Declaration> lock(Agency.Id agency);

  /** Those of these agencies whose facts in force the bureau has passed. */
  Set<Agency.Id> passed(Collection<Agency.Id> agencies);

  /** Those that wait for the bureau, the oldest first. */
  List<Declaration> waiting();

  /** How many {@link #waiting} has. */
  int waitingCount();

  /** What the bureau returned since it last passed something of the agency, the newest first. */
  List<Declaration.Returned> returned(Agency.Id agency);

  /** Begins a declaration with these sections, unless there is one; their versions are 0. */
  void begin(Agency.Id agency, Declaration.State state, Map<Section, Declaration.Part> parts);

  /** Puts these in the place of all sections, which get a new version; it was passed with them. */
  void restore(Agency.Id agency, Map<Section, Declaration.Part> parts);

  /**
   * Stores a section; a declaration that was passed is open again.
   *
   * @param version the one that was changed
   * @return false where there is another version by now
   */
  boolean save(Agency.Id agency, Section section, int version, boolean done, Answers answers);

  /** Notes that it was submitted, and forgets why it was returned before. */
  void submitted(Agency.Id agency, String number, Instant at);

  /**
   * Notes what the bureau decided, and what was returned as it was handed in.
   *
   * @param reasons why sections were returned; they are not done any more
   */
  void decided(
      Agency.Id agency,
      Declaration.State outcome,
      Map<Section, String> reasons,
      Instant at,
      String by);
}
