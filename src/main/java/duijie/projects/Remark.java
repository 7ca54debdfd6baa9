package duijie.projects;

/**
 * A doubtful clause that the lint found 条款提醒.
 *
 * @param rule which rule found it
 * @param severity what comes of it for this project
 * @param where the field or clause, as the page calls it
 * @param quote the words that are doubtful
 * @param sentence what is doubtful about them
 * @param suggestion what to write or do instead
 */
public record Remark(
    LintRule rule,
    LintRule.Severity severity,
    String where,
    Quote quote,
    String sentence,
    String suggestion) {

  /** Whether the project must not be published as it is. */
  public boolean blocking() {
    return severity == LintRule.Severity.BLOCKING;
  }

  /**
   * Words and where they stand.
   *
   * @param words as they were written; empty where something is missing
   * @param start where they begin in the clause, as {@link String#substring} counts
   * @param end where they end
   */
  public record Quote(String words, int start, int end) {

    /** All of a text. */
    public static Quote whole(String text) {
      return new Quote(text, 0, text.length());
    }
  }
}
