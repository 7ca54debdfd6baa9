package duijie.vocabulary;

/**
 * A mistake in the file of a vocabulary.
 *
 * @param file the file's name, for example {@code vocabulary.yml}
 * @param line from 1
 * @param column from 1
 * @param code stable, for example {@code duplicate-word}
 * @param sentence what is wrong and how to mend it, in Chinese
 * @param english the same in English
 */
public record VocabularyError(
    String file, int line, int column, String code, String sentence, String english) {

  /** {@code file:line:column}. */
  public String place() {
    return file + ":" + line + ":" + column;
  }
}
