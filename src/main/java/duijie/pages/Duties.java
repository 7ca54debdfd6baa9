package duijie.pages;

import duijie.accounts.Account;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * What a feature has waiting for somebody 待办. It is found in the records and kept nowhere, so that
 * it is gone when it is done, whoever did it.
 */
public interface Duties {

  /** The kinds of things that somebody may have to do, also where nothing waits now. */
  List<Duty> of(Account who);

  /**
   * Things of one kind that wait for somebody.
   *
   * @param title what is to be done
   * @param href where all of them are
   * @param count asks how many there are
   * @param items asks for the first of them, given how many at most
   */
  record Duty(String title, String href, IntSupplier count, IntFunction<List<Item>> items) {}

  /**
   * One of them.
   *
   * @param note what else tells it from others
   */
  record Item(String name, String href, String note) {}
}
