package duijie.pages;

import duijie.accounts.Account;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What a feature puts into the menu. Features are asked in their order. */
public interface MenuEntries {

  /**
   * The entries for somebody.
   *
   * @param who null for somebody who has not signed in
   */
  List<Entry> entries(@Nullable Account who);

  /**
   * An entry.
   *
   * @param icon the name of a Bootstrap icon
   * @param waiting how much waits there for whoever asks
   */
  record Entry(String label, String href, String icon, IntSupplier waiting) {

    /** An entry behind which nothing ever waits. */
    public Entry(String label, String href, String icon) {
      this(label, href, icon, () -> 0);
    }
  }
}
