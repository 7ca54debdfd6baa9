package duijie.agencies.web;

import java.util.List;

/** What waits for the bureau. */
public record ReviewsPage(List<Waiting> declarations, List<Waiting> claims) {

  /**
   * Something that waits.
   *
   * @param what it is about
   * @param since when it was handed in
   */
  public record Waiting(String number, String name, String what, String since, String href) {}
}
