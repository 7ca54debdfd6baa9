package duijie.portal.web;

import duijie.portal.SavingSearches;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells in words what a saved search asks for. */
@Singleton
final class SearchWords {

  private final SavedQueries queries;
  private final Chips chips;

  SearchWords(SavedQueries queries, Chips chips) {
    this.queries = queries;
    this.chips = chips;
  }

  /** What it asks for; nothing where it means nothing any more. */
  List<String> of(String saved) {
    return queries
        .read(saved)
        .map(query -> chips.of(ListKind.PROJECTS, query).stream().map(Facet.Choice::label).toList())
        .orElse(List.of());
  }

  /** What a search is called where nobody says otherwise: what it asks for. */
  String usualName(String query) {
    var words = String.join("，", of(query));
    return words.codePointCount(0, words.length()) <= SavingSearches.LONGEST_NAME
        ? words
        : words.substring(0, words.offsetByCodePoints(0, SavingSearches.LONGEST_NAME - 1)) + "…";
  }
}
