package duijie.portal.web;

import duijie.pages.Addresses;
import duijie.pages.Parameters;
import java.util.List;

/**
 * Which part of a record's matches is shown: the ranking, or the excluded.
 *
 * @param excluded whether the excluded are shown
 * @param top how many of the ranking
 * @param text what the names of the excluded must contain
 * @param page of the excluded, from 1
 */
record Tab(boolean excluded, int top, String text, int page) {

  static final int PAGE_SIZE = 20;
  static final int USUAL_TOP = 20;
  private static final List<Integer> TOPS = List.of(20, 50, 100);

  static Tab read(Parameters parameters) {
    var show = parameters.one("show").orElse("ranked");
    if (!show.equals("ranked") && !show.equals("excluded")) {
      parameters.refuse(
          "show", "参数“show”只能是 ranked 或 excluded，不能是“%s”。".formatted(Parameters.shortened(show)));
    }
    return new Tab(
        show.equals("excluded"),
        parameters.choice("top", TOPS, USUAL_TOP),
        parameters.text("q"),
        parameters.number("page", 1, 1, ListQuery.LAST_PAGE));
  }

  List<Facet.Choice> links(String path, String ranked, String excludedLabel) {
    return List.of(
        new Facet.Choice("tab-ranked", ranked, null, path + "#matches", !excluded, 0),
        new Facet.Choice(
            "tab-excluded", excludedLabel, null, path + "?show=excluded#matches", excluded, 0));
  }

  List<Facet.Choice> tops(String path) {
    return TOPS.stream()
        .map(
            count ->
                new Facet.Choice(
                    "top-" + count,
                    "前 " + count,
                    null,
                    (count == USUAL_TOP ? path : path + "?top=" + count) + "#matches",
                    count == top,
                    0))
        .toList();
  }

  /** The address of a page of the excluded. */
  String pageAt(String path, int number) {
    return path
        + "?show=excluded"
        + (text.isEmpty() ? "" : "&q=" + Addresses.encode(text))
        + (number == 1 ? "" : "&page=" + number)
        + "#matches";
  }
}
