package duijie.portal;

import duijie.accounts.Account;
import java.util.List;
import java.util.Optional;

/** The saved searches of a data folder. */
public interface SavedSearches {

  Optional<SavedSearch> find(SavedSearch.Id id);

  /** Those of somebody, the last saved first. */
  List<SavedSearch> of(Account.Id owner);

  /** Everybody's. */
  List<SavedSearch> all();

  /** Lets nobody else save a search for this account before the transaction ends. */
  void hold(Account.Id owner);

  void add(SavedSearch search);

  void rename(SavedSearch.Id id, String name);

  void remove(SavedSearch.Id id);
}
