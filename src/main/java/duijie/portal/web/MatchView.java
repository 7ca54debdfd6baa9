package duijie.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ranked partner with the reasons for its place.
 *
 * @param anchor unique on the page
 * @param id the partner's
 * @param rank from 1; 0 where its place among others is not told
 * @param href the partner's page
 * @param name the partner's name
 * @param demonstration whether the partner is made up
 * @param meta short facts of the partner
 * @param score 0.00 to 100.00
 * @param potential the score it could reach at most, or null where nothing is unknown
 * @param scoreWidth the score as a width of 100
 * @param potentialWidth the potential as a width of 100
 * @param verified whether every eligibility rule is known to pass
 * @param toVerify what to go through before relying on the match
 * @param lacks what is missing and what would mend it
 * @param passed names of the eligibility rules that pass
 * @param factors what each criterion gave
 */
public record MatchView(
    String anchor,
    String id,
    int rank,
    String href,
    String name,
    boolean demonstration,
    List<String> meta,
    String score,
    @Nullable String potential,
    double scoreWidth,
    double potentialWidth,
    boolean verified,
    List<String> toVerify,
    List<Lack> lacks,
    List<String> passed,
    List<Bar> factors) {

  /** Whether a rule certainly excludes it. */
  public boolean failed() {
    return lacks.stream().anyMatch(Lack::failed);
  }

  /** What the agency lacks, as far as it can mend that itself. */
  public List<Lack> ofAgency() {
    return lacks.stream().filter(lack -> !lack.ofBuyer()).toList();
  }

  /** What the buyer has not said: an agency can only ask. */
  public List<Lack> ofBuyer() {
    return lacks.stream().filter(Lack::ofBuyer).toList();
  }

  /**
   * A criterion's bar; widths are of 100, the widest criterion's weight being 100.
   *
   * @param value the share of the weight reached, in percent; null where unknown
   */
  public record Bar(
      String name,
      String weight,
      String points,
      @Nullable String value,
      double weightWidth,
      double pointsWidth,
      String sentence) {}

  /**
   * A rule or criterion that fails or is unknown.
   *
   * @param remedy what would mend it, or null
   * @param source the law behind it, or null
   */
  public record Lack(
      String name,
      boolean failed,
      String sentence,
      @Nullable String remedy,
      @Nullable String source) {

    /** How the rule book begins a remedy that is the buyer's and not the agency's. */
    private static final String BUYERS = "请购买方";

    /** Whether it is not known, and the buyer's to say. */
    public boolean ofBuyer() {
      return !failed && remedy != null && remedy.startsWith(BUYERS);
    }
  }

  /** A partner that rules exclude. */
  public record Excluded(
      String href, String name, boolean demonstration, List<String> meta, List<Lack> lacks) {

    /** What certainly excludes it. */
    public List<Lack> failed() {
      return lacks.stream().filter(Lack::failed).toList();
    }

    /** What is not known besides. */
    public List<Lack> unknown() {
      return lacks.stream().filter(lack -> !lack.failed()).toList();
    }
  }
}
