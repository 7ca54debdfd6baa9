package duijie.messages;

import duijie.accounts.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages of a data folder. Nobody is ever given another's. */
public interface Messages {

  /**
   * Keeps the news for whoever is meant, except for those who were told of it before.
   *
   * @param mailed whether they are also mailed to those who want that
   */
  void tell(To to, News news, boolean mailed, Instant now);

  /** The person's own message of this id. */
  Optional<Message> find(Account.Id person, Message.Id id);

  /**
   * The person's messages, those first that they have not opened, then the newest first.
   *
   * @param kind null for all
   */
  List<Message> of(Account.Id person, News.@Nullable Kind kind, int skip, int limit);

  /**
   * The person's messages, the newest first, whether they opened them or not: in this order a
   * message stays where it is when it is opened.
   *
   * @param kind null for all
   * @param unread only those that they have not opened
   * @param after those told before this one, or null for all
   */
  List<Message> newest(
      Account.Id person,
      News.@Nullable Kind kind,
      boolean unread,
      Message.@Nullable Id after,
      int limit);

  /** How many {@link #of} has. */
  int count(Account.Id person, News.@Nullable Kind kind);

  /** How many of the person's they have not opened. */
  int unread(Account.Id person);

  /** Notes that the person opened it. */
  void read(Account.Id person, Message.Id id, Instant now);

  /** Notes that the person has seen all those that they were told until then. */
  void readAll(Account.Id person, Instant now);
}
