package duijie.agencies.web;

import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim before the bureau.
 *
 * @param name as whoever claims typed it
 * @param agency the name of the agency that is claimed
 * @param agencyPath its page
 * @param person who claims it
 */
public record ClaimReviewPage(
    String number,
    String name,
    String agency,
    String agencyPath,
    @Nullable String code,
    @Nullable String registrar,
    String certificate,
    String note,
    String reach,
    String person,
    String since,
    String state,
    boolean waiting,
    String action,
    String reason,
    List<Problem> problems) {}
