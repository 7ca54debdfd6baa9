package duijie.agencies;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that they act for an agency that is known already; the bureau decides.
 *
 * @param id the organisation that the account has until then
 * @param number 受理编号
 * @param name 机构名称 as they typed it
 * @param certificate 登记证书编号
 * @param note whatever else they said
 * @param reach 手机号或者邮箱
 * @param reason why it was refused, or null
 * @param decidedBy who decided, as the page names them, or null
 */
public record Claim(
    Organisation.Id id,
    String number,
    Agency.Id agency,
    Account.Id account,
    String name,
    String certificate,
    String note,
    String reach,
    State state,
    @Nullable String reason,
    Instant filedAt,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy) {

  /** Where it stands. */
  public enum State {
    WAITING("待核对"),
    APPROVED("已同意"),
    REFUSED("未同意");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** The claim as it was decided. */
  Claim decided(State outcome, @Nullable String why, Instant at, String by) {
    return new Claim(
        id, number, agency, account, name, certificate, note, reach, outcome, why, filedAt, at, by);
  }
}
