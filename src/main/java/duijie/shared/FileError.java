package duijie.shared;

/**
 * A mistake in a file that people write.
 *
 * @param file the file's name, for example {@code scoring.yml}
 * @param line from 1
 * @param column from 1, in characters
 * @param code stable, for example {@code unknown-name}
 * @param sentence what is wrong and how to mend it, in Chinese
 * @param english the same in English
 */
public record FileError(
    String file, int line, int column, String code, String sentence, String english) {

  /** {@code file:line:column}. */
  public String place() {
    return file + ":" + line + ":" + column;
  }
}
