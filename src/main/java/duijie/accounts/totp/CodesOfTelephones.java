package duijie.accounts.totp;

import duijie.accounts.OneTimeCodes;
import javax.crypto.spec.SecretKeySpec;

/** The door to this package. */
public final class CodesOfTelephones {

  /** Bytes of a key. */
  public static final int KEY_BYTES = 32;

  private CodesOfTelephones() {}

  /** Codes whose secrets are sealed with this key. */
  public static OneTimeCodes sealedWith(byte[] key) {
    return new Totp(new SecretKeySpec(key, "AES"));
  }
}
