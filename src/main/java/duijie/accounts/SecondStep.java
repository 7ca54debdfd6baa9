package duijie.accounts;

import duijie.accounts.OneTimeCodes.Secret;
import duijie.accounts.SecondFactors.Factor;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Looks at the code that somebody gives beside their password. Each is taken once. */
@Singleton
public class SecondStep {

  private static final String IN_USE = "in use";

  private final SecondFactors factors;
  private final OneTimeCodes codes;
  private final Clock clock;

  public SecondStep(SecondFactors factors, OneTimeCodes codes, Clock clock) {
    this.factors = factors;
    this.codes = codes;
    this.clock = clock;
  }

  /** Whether a code is asked of this account. */
  boolean wanted(Account.Id account) {
    return factors.find(account).isPresent();
  }

  /**
   * Whether this is a code of the account's telephone of this moment, or one of its recovery codes;
   * it is used up by that.
   */
  boolean accepts(Account.Id account, String typed) {
    var code = plain(typed);
    if (way(typed) == SigningIn.Way.RECOVERY_CODE) {
      return factors.useRecoveryCode(account, recoveryHash(code));
    }
    return factors
        .find(account)
        .flatMap(factor -> secret(account, factor))
        .map(secret -> codes.steps(secret, code, clock.instant()))
        .filter(steps -> steps.stream().anyMatch(step -> factors.use(account, step)))
        .isPresent();
  }

  /** Which of the two it is. */
  static SigningIn.Way way(String typed) {
    return plain(typed).length() == OneTimeCodes.DIGITS
        ? SigningIn.Way.CODE
        : SigningIn.Way.RECOVERY_CODE;
  }

  String seal(Account.Id account, Secret secret) {
    return codes.seal(account, IN_USE, secret);
  }

  Optional<Secret> secret(Account.Id account, Factor factor) {
    return codes.open(account, IN_USE, factor.secret());
  }

  /**
   * As it was meant, however it was typed: without blanks and strokes, digits and letters plain.
   */
  static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Pd}]+", "")
        .toLowerCase(Locale.ROOT);
  }

  /** What is stored of a recovery code, which is too long to be guessed from it. */
  static String recoveryHash(String code) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(plain(code).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
