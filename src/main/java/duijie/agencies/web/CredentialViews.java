package duijie.agencies.web;

import duijie.agencies.Credential;
import duijie.pages.Words;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes certificates as people read them. */
@Singleton
final class CredentialViews {

  private static final int KIB = 1024;

  private final Clock clock;

  CredentialViews(Clock clock) {
    this.clock = clock;
  }

  /**
   * A certificate.
   *
   * @param base what the addresses of certificates begin with, for whoever looks
   * @param step the last part of the address where something can be done about it, or null
   */
  CredentialView of(Credential credential, String base, @Nullable String step) {
    var state = credential.state(LocalDate.now(clock));
    var path = base + "/" + credential.id();
    var revocation = credential.revocation();
    return new CredentialView(
        credential.id().toString(),
        credential.kind().label(),
        credential.number(),
        validUntil(credential),
        state.label(),
        switch (state) {
          case VALID -> "state-open";
          case EXPIRING -> "state-done";
          case EXPIRED, REVOKED -> "state-stopped";
        },
        credential.file().name(),
        size(credential.file().bytes()),
        Words.minute(LocalDateTime.ofInstant(credential.addedAt(), clock.getZone()))
            + " "
            + credential.addedBy(),
        revocation == null ? null : revocation.reason(),
        path + "/file",
        step == null ? null : path + "/" + step);
  }

  /** In a line, for lists of answers. */
  static String line(Credential credential) {
    var number = credential.number().isEmpty() ? "" : credential.number() + "，";
    return "%s%s，%s".formatted(number, validUntil(credential), credential.file().name());
  }

  /**
   * Those of each kind, for lists of answers.
   *
   * @param all that the agency ever handed in
   * @param then to tell what was handed in at that moment where it is something else, or null
   * @param returned the same of when the bureau last returned it, or null
   */
  static List<CheckPage.Line> lines(
      List<Credential> all, @Nullable Instant then, @Nullable Instant returned) {
    var lines = new ArrayList<CheckPage.Line>();
    for (var kind : Credential.Kind.values()) {
      var of = all.stream().filter(c -> c.kind() == kind).toList();
      var now = of.stream().filter(Credential::held).map(CredentialViews::line).toList();
      var before = then == null ? now : at(then, of);
      var mended = returned == null ? now : at(returned, of);
      if (!now.isEmpty()
          || !before.isEmpty()
          || !mended.isEmpty()
          || kind == Credential.Kind.REGISTRATION) {
        lines.add(
            new CheckPage.Line(
                kind.label(),
                now,
                now.equals(before) ? null : before,
                now.equals(mended) ? null : mended));
      }
    }
    return lines;
  }

  private static List<String> at(Instant then, List<Credential> of) {
    return of.stream().filter(c -> c.held(then)).map(CredentialViews::line).toList();
  }

  /** Of these what is missing or other than then: where each is listed anyway, the rest is said. */
  static List<CheckPage.Line> news(
      List<Credential> all, @Nullable Instant then, @Nullable Instant returned) {
    return lines(all, then, returned).stream()
        .filter(line -> line.values().isEmpty() || line.before() != null || line.returned() != null)
        .toList();
  }

  private static String validUntil(Credential credential) {
    var date = credential.validUntil();
    return date == null ? "长期有效" : "有效期至 " + date;
  }

  private static String size(long bytes) {
    return bytes < KIB * KIB
        ? "%d KB".formatted(Math.max(1, bytes / KIB))
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KIB * KIB));
  }
}
