package duijie.accounts.web;

import duijie.pages.Paging;
import java.util.List;

/**
 * The list of accounts.
 *
 * @param text what was searched for
 */
public record AccountsPage(String text, List<Row> rows, Paging paging) {

  /**
   * An account.
   *
   * @param secondFactor whether a code is asked beside the password
   * @param own whether it is the visitor's own, which nobody shuts by mistake
   */
  public record Row(
      String id,
      String signInName,
      String displayName,
      String organisation,
      String roles,
      String state,
      boolean active,
      boolean own,
      boolean secondFactor) {}
}
