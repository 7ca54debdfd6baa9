package duijie.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param title the page's title
 * @param menu the menu's entries
 * @param crumbs the way to this page, the page itself last
 * @param homeCounty the home county's name, or null
 * @param demonstration whether the site shows demonstration data
 * @param searchesSlowly whether search and matching take longer for now
 * @param ruleBook the version of the rule book, or null where none could be asked
 * @param today the date in Asia/Shanghai
 * @param assets the version of the site's own style sheet and script
 * @param visitor who asked for it
 */
public record Shell(
    String title,
    List<Entry> menu,
    List<Crumb> crumbs,
    @Nullable String homeCounty,
    boolean demonstration,
    boolean searchesSlowly,
    @Nullable String ruleBook,
    String today,
    String assets,
    Visitor visitor) {

  /** The beginning of the rule book's version, enough to tell books apart. */
  public @Nullable String shortRuleBook() {
    return ruleBook == null ? null : ruleBook.substring(0, Math.min(12, ruleBook.length()));
  }

  /** Who signed in, as the page names them; null for anybody. */
  public @Nullable Person person() {
    var account = visitor.account();
    return account == null
        ? null
        : new Person(account.displayName(), account.organisation().name(), account.rolesInWords());
  }

  /** What the visitor has just done, or null. */
  public @Nullable String said() {
    return visitor.hear();
  }

  /** What every form on the page carries. */
  public String formToken() {
    return visitor.formToken();
  }

  /** Somebody who signed in. */
  public record Person(String name, String organisation, String roles) {}

  /**
   * An entry of the menu.
   *
   * @param waiting how much waits there, in words: blank for nothing
   */
  public record Entry(String label, String href, String icon, boolean here, String waiting) {}

  /** A step on the way; without an address it is where one is. */
  public record Crumb(String label, @Nullable String href) {}
}
