package duijie.sessions;

import duijie.agencies.Agency;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Which agencies the ranking proposes to invite 邀请规则.
 *
 * @param top so many of the best of each project
 * @param minimumScore from which on an agency of the best is proposed, 0 to 100
 * @param newcomers how many new or small agencies each project is to see at least 新小机构名额: the best
 *     of them are proposed beyond the others where the best do not hold so many
 */
public record InvitationRule(int top, BigDecimal minimumScore, int newcomers) {

  public InvitationRule {
    minimumScore = minimumScore.stripTrailingZeros();
  }

  /** An agency is new until so many years after it was founded. */
  public static final int NEW_YEARS = 3;

  /** An agency is small with so many full-time staff, or fewer. */
  public static final int SMALL_STAFF = 10;

  /** Whether an agency is known to be new, or known to be small, on this day. */
  public static boolean newcomer(Agency agency, LocalDate on) {
    var founded = agency.founded();
    var staff = agency.fullTimeStaff();
    boolean young = founded != null && founded.earliest().plusYears(NEW_YEARS).isAfter(on);
    return young || staff != null && staff <= SMALL_STAFF;
  }
}
