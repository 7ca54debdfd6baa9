package duijie.matching.cel;

import java.util.List;

/** A sentence that can be written for a pair. */
final class Template {

  /** What stands for a value that is not there. */
  static final String MISSING = "（未填写）";

  private final List<String> literals;
  private final Expressions placeholders;

  Template(TemplateText text, Compilation compilation) {
    this.literals = text.literals();
    this.placeholders = new Expressions(compilation, text.placeholders());
  }

  String write(Pair pair) {
    var sentence = new StringBuilder(literals.getFirst());
    int i = 1;
    for (var value : placeholders.evaluate(pair)) {
      sentence.append(value instanceof Expressions.Failure ? MISSING : Formats.text(value));
      sentence.append(literals.get(i++));
    }
    return sentence.toString();
  }
}
