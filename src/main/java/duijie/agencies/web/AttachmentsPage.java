package duijie.agencies.web;

import duijie.agencies.CredentialKeeping.Details;
import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an agency hands in its certificates.
 *
 * @param version of the section, sent along when it is said to be complete
 * @param reason why the bureau returned the section, or null
 * @param shut why nothing can be changed now, or null
 * @param done whether the section was said to be complete
 * @param registered whether there is a certificate of registration among them
 * @param kinds what can be chosen
 * @param typed what was typed already
 * @param fresh the id that the next one is to have
 * @param most the size of the largest file in MB
 */
public record AttachmentsPage(
    int version,
    @Nullable String reason,
    @Nullable String shut,
    boolean done,
    boolean registered,
    List<CredentialView> held,
    List<FieldView.Option> kinds,
    Details typed,
    String fresh,
    long most,
    List<Problem> problems) {

  /** What is wrong with this field, or null. */
  public @Nullable String problem(String field) {
    return problems.stream()
        .filter(p -> p.field().equals(field))
        .map(Problem::sentence)
        .findFirst()
        .orElse(null);
  }
}
