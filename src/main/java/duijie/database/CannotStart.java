package duijie.database;

import org.jspecify.annotations.Nullable;

/** Why the server cannot start, in words for the person who started it. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String chinese;

  /**
   * @param code stable, lower-case words joined by hyphens
   * @param chinese what is wrong and what to do, in Chinese
   * @param english the same in English
   */
  public CannotStart(String code, String chinese, String english) {
    this(code, chinese, english, null);
  }

  public CannotStart(String code, String chinese, String english, @Nullable Throwable cause) {
    super(english, cause);
    this.code = code;
    this.chinese = chinese;
  }

  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return String.valueOf(getMessage());
  }
}
