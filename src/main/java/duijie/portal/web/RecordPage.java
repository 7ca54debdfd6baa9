package duijie.portal.web;

import duijie.pages.Paging;
import duijie.pages.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project with the agencies that suit it, or an agency with the projects that suit it.
 *
 * @param id what the record is called
 * @param path its address, percent-encoded
 * @param kind what the record is
 * @param name its name
 * @param demonstration whether it is made up
 * @param state where it stands
 * @param tone how the state is coloured
 * @param tags its service fields
 * @param groups its facts under headings
 * @param partner what is matched with it: 机构 or 项目
 * @param measure the measure word of that
 * @param tabs ranked or excluded; none for whoever may see neither
 * @param matching the ranking, or null where the other tab is open or neither may be seen
 * @param exclusions the excluded, or null where the other tab is open
 * @param own how the visitor's own agency suits the project, or null
 * @param invitation what somebody who signs in would see, or null
 * @param review where the visitor reviews it, or null
 * @param story what was told about a project since it was published; null for an agency
 * @param interest what the visitor may see of interests and invitations, or null
 */
public record RecordPage(
    String id,
    String path,
    String kind,
    String name,
    boolean demonstration,
    String state,
    Row.Tone tone,
    List<String> tags,
    List<Group> groups,
    String partner,
    String measure,
    List<Facet.Choice> tabs,
    @Nullable Matches matching,
    @Nullable Exclusions exclusions,
    @Nullable MatchView own,
    @Nullable String invitation,
    @Nullable String review,
    @Nullable ProjectStory story,
    @Nullable InterestView interest) {

  /** The name as it is shown beside its marks. */
  public String title() {
    return Words.title(name, demonstration);
  }

  /** Facts under a heading. */
  public record Group(String title, List<Fact> facts) {}

  /**
   * The ranking in one order, each told apart by whether every condition is known to be met.
   *
   * @param rows the first of them
   * @param verified how many there are of whom every eligibility rule passes
   * @param toVerify how many that no rule excludes, but of whom a rule does not know enough
   * @param capped whether the engine's relevance cut the list before scoring
   * @param asOf the reference date
   * @param tops how many of them to show
   */
  public record Matches(
      List<MatchView> rows,
      int verified,
      int toVerify,
      boolean capped,
      String asOf,
      List<Facet.Choice> tops) {

    /** Whether nobody is left. */
    public boolean none() {
      return verified + toVerify == 0;
    }
  }

  /**
   * The excluded.
   *
   * @param text what the names must contain
   * @param action the address that a search goes to
   */
  public record Exclusions(
      String text, String action, List<MatchView.Excluded> rows, Paging paging) {}
}
