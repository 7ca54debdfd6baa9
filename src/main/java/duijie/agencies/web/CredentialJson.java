package duijie.agencies.web;

import duijie.agencies.Credential;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes certificates for programs. */
@Singleton
final class CredentialJson {

  private final Clock clock;

  CredentialJson(Clock clock) {
    this.clock = clock;
  }

  Map<String, @Nullable Object> of(Credential credential) {
    var file = new LinkedHashMap<String, @Nullable Object>();
    file.put("name", credential.file().name());
    file.put("mediaType", credential.file().kind().mediaType());
    file.put("bytes", credential.file().bytes());
    file.put("sha256", credential.file().fingerprint());
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("id", credential.id());
    tree.put("kind", credential.kind());
    tree.put("number", credential.number());
    tree.put("validUntil", credential.validUntil());
    tree.put("state", credential.state(LocalDate.now(clock)));
    tree.put("file", file);
    tree.put("addedAt", credential.addedAt());
    tree.put("removedAt", credential.removedAt());
    tree.put("revocation", revocation(credential.revocation()));
    return tree;
  }

  private static @Nullable Map<String, Object> revocation(Credential.@Nullable Revocation one) {
    return one == null ? null : Map.of("at", one.at(), "reason", one.reason());
  }
}
