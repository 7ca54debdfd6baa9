package duijie.agencies;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import java.util.UUID;

/**
 * What somebody is given for a registration.
 *
 * @param key of the form that was filled in
 * @param number 受理编号
 * @param organisation for whom the new account acts
 * @param reach 手机号或者邮箱
 */
public record Receipt(
    UUID key,
    String number,
    Kind kind,
    Organisation.Id organisation,
    Account.Id account,
    String signInName,
    String agencyName,
    String reach) {

  /** What it was for. */
  public enum Kind {
    /** A new agency. */
    NEW,
    /** An agency that was known already. */
    CLAIM
  }
}
