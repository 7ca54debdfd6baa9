package duijie.accounts;

import duijie.audit.Entry;
import duijie.audit.Snapshot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A secret with which a program acts for an account 接口令牌; the secret itself is kept nowhere.
 *
 * @param name what it is for, as its owner says
 * @param lastUsedAt to a minute, or null
 * @param revokedAt when it was made worthless, or null
 */
public record ApiToken(
    Id id,
    Account.Id account,
    String name,
    Instant madeAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  /** A token's id. */
  public record Id(UUID value) {

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** Whether a program can act with it at this moment. */
  public boolean holds(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  Entry.Subject subject() {
    return new Entry.Subject("api-token", id.toString());
  }

  Snapshot snapshot() {
    var values = new LinkedHashMap<String, Object>();
    values.put("account", account);
    values.put("name", name);
    values.put("expiresAt", expiresAt);
    if (revokedAt != null) {
      values.put("revokedAt", revokedAt);
    }
    return Snapshot.of(values);
  }
}
