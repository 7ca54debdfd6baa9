package duijie.matching;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the search servers are, how to sign in, and how what is indexed is spread over them.
 *
 * @param addresses of the servers, one or more
 * @param authority certificate of whoever vouches for the servers (PEM); null for those that Java
 *     trusts
 * @param sign how to sign in; null where nobody asks
 * @param name what all names of this site's indexes begin with
 * @param shards parts into which an index is divided
 * @param replicas further copies of each part
 */
public record SearchCluster(
    List<URI> addresses,
    @Nullable Path authority,
    @Nullable SignIn sign,
    String name,
    int shards,
    int replicas) {

  public SearchCluster {
    addresses = List.copyOf(addresses);
  }

  /** How to sign in. */
  public sealed interface SignIn {

    /** With a key, as the servers give it out: in Base64, its name included. */
    record Key(String encoded) implements SignIn {
      @Override
      public String toString() {
        return "Key[…]";
      }
    }

    /** With a name and a password. */
    record Password(String user, String password) implements SignIn {
      @Override
      public String toString() {
        return "Password[user=" + user + ", …]";
      }
    }
  }
}
