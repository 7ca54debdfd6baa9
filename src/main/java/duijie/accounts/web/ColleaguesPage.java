package duijie.accounts.web;

import duijie.pages.Problem;
import java.util.List;

/**
 * The accounts of an agency.
 *
 * @param name what was typed for a new one
 * @param display what was typed for a new one
 * @param problems what is wrong with that
 */
public record ColleaguesPage(
    List<AccountsPage.Row> rows, String name, String display, List<Problem> problems) {

  /** Whether something is wrong with this field. */
  public boolean faulty(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }
}
