package duijie.accounts.web;

import duijie.pages.Problem;
import java.util.List;
import java.util.Set;

/**
 * The form for a new account, as it was filled in so far.
 *
 * @param organisation the id of the chosen organisation; blank for a new one
 * @param chosen names of the chosen roles
 */
public record NewAccountPage(
    String name,
    String display,
    String organisation,
    String newOrganisation,
    String newKind,
    String newRegion,
    Set<String> chosen,
    List<Choice> organisations,
    List<Choice> kinds,
    List<Choice> roles,
    List<Problem> problems) {

  /** Something to choose. */
  public record Choice(String value, String label) {}

  /** Whether something is wrong with this field. */
  public boolean faulty(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }
}
