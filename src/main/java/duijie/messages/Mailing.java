package duijie.messages;

import org.jspecify.annotations.Nullable;

/**
 * Whether the site sends mail.
 *
 * @param settings how, or null where it sends none
 */
public record Mailing(@Nullable MailSettings settings) {

  public boolean on() {
    return settings != null;
  }
}
