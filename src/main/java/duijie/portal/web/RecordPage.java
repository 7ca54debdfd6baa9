package duijie.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project with the agencies that suit it, or an agency with the projects that suit it.
 *
 * @param id what the record is called
 * @param kind what the record is
 * @param name its name
 * @param demonstration whether it is made up
 * @param state where it stands
 * @param tone how the state is coloured
 * @param tags its service fields
 * @param groups its facts under headings
 * @param partner what is matched with it: 机构 or 项目
 * @param measure the measure word of that
 * @param tabs ranked or excluded
 * @param matching the ranking, or null where the other tab is open
 * @param exclusions the excluded, or null where the other tab is open
 */
public record RecordPage(
    String id,
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
    @Nullable Exclusions exclusions) {

  /** Facts under a heading. */
  public record Group(String title, List<Fact> facts) {}

  /**
   * The ranking.
   *
   * @param eligible how many partners no rule excludes
   * @param capped whether the engine's relevance cut the list before scoring
   * @param asOf the reference date
   * @param tops how many of them to show
   */
  public record Matches(
      List<MatchView> matches,
      String eligible,
      boolean capped,
      String asOf,
      List<Facet.Choice> tops) {}

  /**
   * The excluded.
   *
   * @param text what the names must contain
   * @param action the address that a search goes to
   */
  public record Exclusions(
      String text, String action, List<MatchView.Excluded> rows, Paging paging) {}
}
