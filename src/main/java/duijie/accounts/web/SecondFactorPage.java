package duijie.accounts.web;

import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody switches the code beside the password on and off.
 *
 * @param on whether it is on
 * @param codesLeft recovery codes that are not used up
 * @param offer what the telephone is to learn, once the password was given; or null
 * @param fresh recovery codes that were just made, shown this once
 * @param renewed whether they take the place of earlier ones
 */
public record SecondFactorPage(
    boolean on,
    int codesLeft,
    @Nullable Offer offer,
    List<String> fresh,
    boolean renewed,
    List<Problem> problems) {

  /**
   * What the telephone is to learn.
   *
   * @param image the address of the QR code
   * @param secret for whoever types it, in groups
   * @param sealed for the form
   */
  public record Offer(String image, String secret, String sealed) {}

  /** What is wrong with a field, if anything. */
  public boolean faulty(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }
}
