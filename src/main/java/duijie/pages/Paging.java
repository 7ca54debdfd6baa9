package duijie.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where a page stands among the others.
 *
 * @param page from 1
 * @param pages how many there are, at least 1
 * @param total records on all pages
 * @param from the number of the first record on this page
 * @param to the number of the last one
 * @param previous the address of the page before, or null
 * @param next the address of the page after, or null
 * @param links the pages to offer, with gaps
 */
public record Paging(
    int page,
    int pages,
    long total,
    long from,
    long to,
    @Nullable String previous,
    @Nullable String next,
    List<Link> links) {

  public static Paging of(long total, int page, int size, IntFunction<String> address) {
    int pages = (int) Math.max(1, (total + size - 1) / size);
    long from = Math.min(total, (long) (page - 1) * size + 1);
    return new Paging(
        page,
        pages,
        total,
        from,
        Math.min(total, (long) page * size),
        page > 1 ? address.apply(Math.min(page - 1, pages)) : null,
        page < pages ? address.apply(page + 1) : null,
        links(page, pages, address));
  }

  /** Whether there is no such page. */
  public boolean beyond() {
    return page > pages;
  }

  /** Whether all is on one page. */
  public boolean single() {
    return pages == 1 && page == 1;
  }

  /** The last page's address. */
  public @Nullable String last() {
    return links.getLast().href();
  }

  private static List<Link> links(int page, int pages, IntFunction<String> address) {
    var shown = new TreeSet<Integer>();
    for (int number : new int[] {1, page - 1, page, page + 1, pages}) {
      if (number >= 1 && number <= pages) {
        shown.add(number);
      }
    }
    var links = new ArrayList<Link>();
    int before = 0;
    for (int number : shown) {
      links.add(new Link(number, address.apply(number), number == page, number > before + 1));
      before = number;
    }
    return links;
  }

  /**
   * A link to a page.
   *
   * @param gap whether pages before it are left out
   */
  public record Link(int number, String href, boolean here, boolean gap) {}
}
