package duijie.accounts.totp;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import duijie.accounts.Account;
import duijie.accounts.OneTimeCodes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes as every application for them makes them; secrets sealed with AES-256-GCM. */
final class Totp implements OneTimeCodes {

  /** 160 bits, as RFC 4226 recommends. */
  private static final int SECRET_BYTES = 20;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();

  private final SecretKey key;

  Totp(SecretKey key) {
    this.key = key;
  }

  @Override
  public Secret fresh() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(new Base32().encodeToString(bytes));
  }

  @Override
  public String seal(Account.Id account, String purpose, Secret secret) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      RANDOM.nextBytes(nonce);
      var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, account, purpose);
      byte[] sealed = cipher.doFinal(secret.value().getBytes(StandardCharsets.US_ASCII));
      return text(nonce) + "." + text(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<Secret> open(Account.Id account, String purpose, String sealed) {
    int dot = sealed.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      var nonce = Base64.getUrlDecoder().decode(sealed.substring(0, dot));
      if (nonce.length != NONCE_BYTES) {
        return Optional.empty();
      }
      var cipher = cipher(Cipher.DECRYPT_MODE, nonce, account, purpose);
      byte[] secret = cipher.doFinal(Base64.getUrlDecoder().decode(sealed.substring(dot + 1)));
      return Optional.of(new Secret(new String(secret, StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Account.Id account, String purpose)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((purpose + '\n' + account).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  @Override
  public List<Long> steps(Secret secret, String code, Instant now) {
    var step = generator.getTimeStep();
    long present = now.getEpochSecond() / step.toSeconds();
    return LongStream.rangeClosed(present - 1, present + 1)
        .filter(number -> same(code, code(secret, Instant.EPOCH.plus(step.multipliedBy(number)))))
        .boxed()
        .toList();
  }

  private String code(Secret secret, Instant time) {
    try {
      var bytes = new Base32().decode(secret.value());
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(bytes, generator.getAlgorithm()), time);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compares in a time that tells nothing. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
