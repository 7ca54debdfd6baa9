package duijie.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of breached passwords that ships with the product; its file names the source. */
public final class BreachedPasswords {

  private static final String FILE = "/duijie/accounts/breached-passwords.txt";

  private BreachedPasswords() {}

  /** All of them, in small letters. */
  public static Set<String> shipped() {
    try (var stream = BreachedPasswords.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("not shipped: " + FILE);
      }
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines();
      return lines
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
