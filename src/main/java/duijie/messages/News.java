package duijie.messages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell.
 *
 * @param about what it tells of: nobody is told twice of the same, however often it is tried
 * @param subject in a few words, on one line
 * @param text in full, plain text; may be empty
 * @param link the page of this site on which it goes on, or null
 */
public record News(Kind kind, String about, String subject, String text, @Nullable String link) {

  private static final Pattern WITHIN = Pattern.compile("/(?!/)[\\x21-\\x5b\\x5d-\\x7e]*");

  /** A line break would make it several lines of a mail's head, and of a list. */
  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\u2028\u2029]+");

  public News {
    subject = BREAKS.matcher(subject).replaceAll(" ").strip();
    if (about.isBlank() || subject.isEmpty()) {
      throw new IllegalArgumentException("news are about something");
    }
    if (link != null && !WITHIN.matcher(link).matches()) {
      throw new IllegalArgumentException("not a page of this site: " + link);
    }
  }

  /** The page of a record of this site: its identifier is one segment, whatever its characters. */
  public static String page(String path, String identifier) {
    return path + "/" + URLEncoder.encode(identifier, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What it is about, as people sort it. */
  public enum Kind {
    /** The bureau decided on what an agency handed in. */
    REVIEW("审核结果"),
    /** A project was handed in, handed back or published. */
    APPROVAL("项目审批"),
    /** A project that somebody waited for is there. */
    NEW_PROJECT("新项目"),
    /** A project that somebody follows was changed. */
    PROJECT_CHANGE("项目变更"),
    /** A question was asked or answered. */
    QUESTION("答疑"),
    /** An agency is asked to look at a project, or says that it is interested in one. */
    INVITATION("邀请和意向"),
    /** A matchmaking session: somebody is asked to it, answers, or something about it changes. */
    SESSION("对接会"),
    /** Something is about to run out. */
    EXPIRY("到期提醒"),
    /** Something happened to the own account. */
    ACCOUNT("账号");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
