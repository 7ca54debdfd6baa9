package duijie.accounts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did.
 *
 * @param next the address of what they did before, or null
 * @param newest the address of the first page, or null where this is it
 */
public record DonePage(List<Row> rows, @Nullable String next, @Nullable String newest) {

  /**
   * Something that they did.
   *
   * @param kind to what kind of record
   * @param name what that is called, or null where it has no name
   * @param href where it is, or null
   */
  public record Row(
      String at, String deed, String kind, @Nullable String name, @Nullable String href) {}
}
