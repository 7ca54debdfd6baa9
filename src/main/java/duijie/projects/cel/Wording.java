package duijie.projects.cel;

import duijie.projects.DraftFact;
import duijie.projects.DraftReading;
import duijie.projects.Remark.Quote;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.Scalar;
import duijie.shared.yaml.Suggestions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence with names in braces, in place of which facts are written. */
final class Wording {

  private static final String QUOTE = "quote";
  static final String NUMBER = "number";

  private static final String MISSING = "（未填写）";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  private final String text;

  private Wording(String text) {
    this.text = text;
  }

  /** The sentence; names that mean nothing are reported. */
  static Wording of(Scalar scalar, FileErrors errors) {
    var text = scalar.value();
    Matcher found = PLACEHOLDER.matcher(text);
    while (found.find()) {
      var name = found.group(1);
      if (!names().contains(name)) {
        var near = Suggestions.near(name, names()).map(n -> "，是不是“" + n + "”？").orElse("。");
        errors.add(
            scalar.place(text.codePointCount(0, found.start(1))),
            "unknown-name",
            "没有“" + name + "”这一项" + near,
            "There is no fact of this name.");
      }
    }
    return new Wording(text);
  }

  String write(DraftReading reading, Quote quote, @Nullable BigDecimal number) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(value(found.group(1), reading, quote, number)));
  }

  private static String value(
      String name, DraftReading reading, Quote quote, @Nullable BigDecimal number) {
    @Nullable Object value =
        switch (name) {
          case QUOTE -> quote.words();
          case NUMBER -> number;
          default ->
              Arrays.stream(DraftFact.values())
                  .filter(fact -> fact.word().equals(name))
                  .findFirst()
                  .map(fact -> fact.of(reading))
                  .orElse(null);
        };
    return value == null ? MISSING : DraftFact.written(value);
  }

  private static Set<String> names() {
    var names = new LinkedHashSet<String>();
    names.add(QUOTE);
    names.add(NUMBER);
    Arrays.stream(DraftFact.values()).map(DraftFact::word).forEach(names::add);
    return names;
  }
}
