package duijie.server;

import duijie.database.CannotStart;
import duijie.messages.MailAddress;
import duijie.messages.MailSettings;
import duijie.messages.MailSettings.Security;
import duijie.messages.Mailing;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How mail leaves the site, for the container. */
@Factory
final class MailBeans {

  private static final int LAST_PORT = 65_535;

  /**
   * As {@code DUIJIE_SMTP_HOST} and its like say; where no host is named, the site sends no mail.
   */
  @Singleton
  Mailing mailing(Environment environment) {
    return new Mailing(settings(environment));
  }

  /**
   * What the environment says of mail.
   *
   * @throws CannotStart with a sentence for the person who started it
   */
  static @Nullable MailSettings settings(PropertyResolver given) {
    var host = text(given, "duijie.smtp.host");
    if (host.isEmpty()) {
      return null;
    }
    var security = security(text(given, "duijie.smtp.security").orElse("starttls"));
    return new MailSettings(
        host.get(),
        text(given, "duijie.smtp.port").map(MailBeans::port).orElseGet(security::port),
        security,
        text(given, "duijie.smtp.user").orElse(null),
        given.getProperty("duijie.smtp.password", String.class).orElse(null),
        text(given, "duijie.mail.from")
            .flatMap(MailAddress::of)
            .orElseThrow(
                () ->
                    wrong(
                        "DUIJIE_MAIL_FROM",
                        "应为发件人的邮箱地址",
                        "is to be the address that mail comes from")),
        text(given, "duijie.site")
            .map(site -> site.replaceAll("/+$", ""))
            .filter(MailBeans::site)
            .orElseThrow(
                () ->
                    wrong(
                        "DUIJIE_SITE",
                        "应为本站的地址，例如 https://duijie.example.gov.cn",
                        "is to be the address of this site, such as https://duijie.example.gov.cn")));
  }

  private static Security security(String word) {
    for (var security : Security.values()) {
      if (security.name().equals(word.toUpperCase(Locale.ROOT))) {
        return security;
      }
    }
    throw wrong("DUIJIE_SMTP_SECURITY", "应为 starttls、tls 或 none", "is to be starttls, tls or none");
  }

  private static int port(String digits) {
    if (digits.matches("\\d{1,5}")) {
      int port = Integer.parseInt(digits);
      if (port > 0 && port <= LAST_PORT) {
        return port;
      }
    }
    throw wrong("DUIJIE_SMTP_PORT", "应为 1 到 65535 的端口号", "is to be a port from 1 to 65535");
  }

  private static boolean site(String address) {
    try {
      var uri = URI.create(address);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static Optional<String> text(PropertyResolver given, String name) {
    return given.getProperty(name, String.class).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static CannotStart wrong(String variable, String chinese, String english) {
    return new CannotStart(
        "mail-settings", "环境变量 " + variable + " " + chinese + "。", variable + " " + english + ".");
  }
}
