package duijie.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Codes of six digits that follow from a secret and from the time (RFC 6238): an application on
 * somebody's telephone makes the same ones.
 */
public interface OneTimeCodes {

  /** Digits of a code. */
  int DIGITS = 6;

  /**
   * What the codes follow from.
   *
   * @param value in base 32, as people type it into an application
   */
  record Secret(String value) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "Secret[…]";
    }
  }

  /** A secret that nobody has yet. */
  Secret fresh();

  /**
   * The secret in a form that only this installation can read, and for this account alone.
   *
   * @param purpose what it is sealed for: it opens for nothing else
   */
  String seal(Account.Id account, String purpose, Secret secret);

  /** The secret again; empty where it was sealed for something else or by somebody else. */
  Optional<Secret> open(Account.Id account, String purpose, String sealed);

  /**
   * The half minutes about this moment whose code this is, the earliest first: clocks differ a
   * little, so that the one before and the one after count, too.
   */
  List<Long> steps(Secret secret, String code, Instant now);
}
