package duijie.audit;

import java.util.Set;
import java.util.UUID;

/**
 * Who did something, as they were then: accounts change and go, what they did stays.
 *
 * @param account the account's id
 * @param signInName the name they signed in with
 * @param roles names of the roles they had
 * @param organisation id of the organisation they acted for
 */
public record Actor(UUID account, String signInName, Set<String> roles, String organisation) {

  public Actor {
    roles = Set.copyOf(roles);
  }
}
