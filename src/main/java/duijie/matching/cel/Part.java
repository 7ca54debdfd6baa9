package duijie.matching.cel;

import duijie.shared.FilePlace;
import duijie.shared.yaml.Scalar;

/**
 * One expression of a rule book.
 *
 * @param kind what it must give
 * @param scalar the YAML text that it is, or is a part of
 * @param from where in that text it begins, in code points
 * @param text the expression itself
 */
record Part(Kind kind, Scalar scalar, int from, String text) {

  /** What an expression must give. */
  enum Kind {
    /** True, false or unknown. */
    VERDICT,
    /** A number from 0 to 1, or unknown. */
    VALUE,
    /** Something that can be written into a sentence. */
    PLACEHOLDER,
    /** True or false. */
    CONDITION
  }

  static Part whole(Kind kind, Scalar scalar) {
    return new Part(kind, scalar, 0, scalar.value());
  }

  /** The place of the character with this index (in code points) in the expression. */
  FilePlace place(int index) {
    return scalar.place(from + index);
  }
}
