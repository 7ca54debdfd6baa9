package duijie.shared;

/**
 * A place in a file that people write.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record FilePlace(String file, int line, int column) {

  /** Its first character. */
  public static FilePlace startOf(String file) {
    return new FilePlace(file, 1, 1);
  }
}
