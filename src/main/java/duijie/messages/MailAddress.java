package duijie.messages;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address that mail can be sent to; of plain signs alone, so that it can be nothing else. */
public record MailAddress(String value) {

  private static final int LONGEST = 120;

  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9_%+-]+(?:\\.[A-Za-z0-9_%+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");

  public MailAddress {
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a mail address");
    }
  }

  /** The address that was typed, full-width signs made plain; empty where it is none. */
  public static Optional<MailAddress> of(String typed) {
    var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    return plain.length() <= LONGEST && FORM.matcher(plain).matches()
        ? Optional.of(new MailAddress(plain))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
