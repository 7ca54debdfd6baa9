package duijie.portal;

import duijie.accounts.Account;
import java.util.UUID;

/**
 * A list of projects that somebody wants to be told of when another project comes into it 订阅的检索.
 *
 * @param query the parameters of the list in its address, in their fixed order
 */
public record SavedSearch(Id id, Account.Id owner, String name, String query) {

  /** A saved search's id. */
  public record Id(UUID value) {

    @Override
    public String toString() {
      return value.toString();
    }
  }
}
