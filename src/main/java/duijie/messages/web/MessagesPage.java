package duijie.messages.web;

import duijie.pages.Paging;
import java.util.List;

/**
 * What somebody was told.
 *
 * @param unread how many they have not opened, of whatever kind
 * @param kinds the ways to narrow the list
 */
public record MessagesPage(int unread, List<Choice> kinds, List<Row> rows, Paging paging) {

  /** A kind of message to keep to. */
  public record Choice(String label, String href, boolean chosen) {}

  /** A message in the list. */
  public record Row(String href, String kind, String subject, String told, boolean unread) {}
}
