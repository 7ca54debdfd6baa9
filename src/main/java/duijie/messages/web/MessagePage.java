package duijie.messages.web;

import org.jspecify.annotations.Nullable;

/**
 * A message in full.
 *
 * @param href its own address
 * @param link the page on which it goes on, or null
 */
public record MessagePage(
    String href,
    String kind,
    String subject,
    String text,
    String told,
    boolean unread,
    @Nullable String link) {}
