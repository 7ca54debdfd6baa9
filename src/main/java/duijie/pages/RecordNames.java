package duijie.pages;

import duijie.accounts.Account;
import duijie.audit.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a feature's records are called by people, and where they find them. */
public interface RecordNames {

  /**
   * A record.
   *
   * @param who who asks; they are only led to where they may go
   * @return empty where it is no record of this feature, or there is none any more
   */
  Optional<Named> name(Entry.Subject subject, Account who);

  /**
   * A record's name.
   *
   * @param href where it is, or null where those who ask cannot see it
   */
  record Named(String name, @Nullable String href) {}
}
