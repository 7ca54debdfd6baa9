package duijie.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News as one person got them.
 *
 * @param readAt when they first opened it, or null
 */
public record Message(Id id, News news, Instant toldAt, @Nullable Instant readAt) {

  /** A message's id. */
  public record Id(UUID value) {

    @Override
    public String toString() {
      return value.toString();
    }
  }

  public boolean unread() {
    return readAt == null;
  }
}
