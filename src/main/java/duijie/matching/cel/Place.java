package duijie.matching.cel;

/**
 * A place in a file of a rule book.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
record Place(String file, int line, int column) {

  static Place startOf(String file) {
    return new Place(file, 1, 1);
  }
}
