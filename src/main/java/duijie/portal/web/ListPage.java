package duijie.portal.web;

import duijie.pages.Paging;
import duijie.pages.Param;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of projects or agencies.
 *
 * @param path its address without parameters
 * @param noun what it lists
 * @param measure the measure word
 * @param text what was typed in the search box
 * @param hidden what a new search keeps
 * @param order how the list is sorted, in words
 * @param someWordsOnly whether no record had all words, so that these have some
 * @param total how many records there are, grouped
 * @param rows this page's records
 * @param areas inside or outside the home county; empty without one
 * @param facets ways to narrow the list
 * @param chips what narrows it now, each a link that takes it away
 * @param clear the address without any of that, or null where nothing narrows
 * @param paging where this page stands
 * @param sizes how many records a page may show
 * @param workbook the download of what the list shows, or null
 * @param save what is saved of the list as a search, or null where it cannot be
 */
public record ListPage(
    String path,
    String noun,
    String measure,
    String text,
    List<Param> hidden,
    String order,
    boolean someWordsOnly,
    String total,
    List<Row> rows,
    List<Facet.Choice> areas,
    List<Facet> facets,
    List<Facet.Choice> chips,
    @Nullable String clear,
    Paging paging,
    List<Facet.Choice> sizes,
    @Nullable Download workbook,
    @Nullable String save) {

  /** A download, saying what it will hold. */
  public record Download(String href, String label, String note) {}
}
