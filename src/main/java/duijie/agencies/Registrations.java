package duijie.agencies;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What came of registration forms. */
public interface Registrations {

  Optional<Receipt> find(UUID key);

  void add(Receipt receipt);

  /** A new number of something that was handed in on this day; no two are alike. */
  String number(LocalDate day);
}
