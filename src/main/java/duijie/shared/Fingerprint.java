package duijie.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** What tells one content of files from another. */
public final class Fingerprint {

  private Fingerprint() {}

  /** SHA-256 of the contents one after another, in hexadecimal. */
  public static String of(Collection<byte[]> contents) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      contents.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
