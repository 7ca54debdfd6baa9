package duijie.agencies;

import duijie.shared.CreditCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The agencies of a data folder. */
public interface Agencies {

  Optional<Agency> find(Agency.Id id);

  /** The same; nobody else changes it before the transaction ends. */
  Optional<Agency> lock(Agency.Id id);

  /** Those of the given ids that exist, in the order of the ids. */
  List<Agency> findAll(Collection<Agency.Id> ids);

  /** Those of this credit code; several may say that it is theirs until one is verified. */
  List<Agency> of(CreditCode code);

  /** The same; whoever else asks so for this code waits until the transaction ends. */
  List<Agency> lock(CreditCode code);

  /** Those of any of these credit codes, in the order of their ids. */
  List<Agency> ofAny(Collection<CreditCode> codes);

  /** Those of any of these names, in the order of their ids. */
  List<Agency> named(Collection<String> names);

  /** Those whose grade has its last day on one of these, in the order of their ids. */
  List<Agency> gradesRunningOut(LocalDate from, LocalDate to);

  /** Nobody else changes any agency before the transaction ends. */
  void hold();

  long count();

  /** All of them in the order of their ids; the caller closes the stream. */
  Stream<Agency> stream();

  /** Stores them in one transaction, replacing those of the same ids. */
  void saveAll(Collection<Agency> agencies);
}
