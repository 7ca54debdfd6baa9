package duijie.messages;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.accounts.Role;
import org.jspecify.annotations.Nullable;

/** Whom news are for. Accounts that are shut are told nothing. */
public sealed interface To {

  /** One person. */
  record Person(Account.Id id) implements To {}

  /**
   * Several.
   *
   * @param role only those who have it, or null
   * @param organisation only those who act for it, or null
   */
  record Everyone(@Nullable Role role, Organisation.@Nullable Id organisation) implements To {

    public Everyone {
      if (role == null && organisation == null) {
        throw new IllegalArgumentException("nothing is for everybody");
      }
    }
  }
}
