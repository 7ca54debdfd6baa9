package duijie.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words for the person at the screen.
 *
 * @param status the HTTP status
 * @param heading in a few words
 * @param sentence what it means and what to do
 * @param details what exactly is wrong, one sentence each
 * @param reference under which the log tells more, or null
 */
public record ErrorPage(
    int status,
    String heading,
    String sentence,
    List<String> details,
    @Nullable String reference) {}
