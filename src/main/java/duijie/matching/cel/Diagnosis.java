package duijie.matching.cel;

import dev.cel.common.CelIssue;
import duijie.matching.Fact;
import duijie.matching.Facts;
import duijie.shared.FullWidth;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.Suggestions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of an expression that does not compile what is wrong, where, and what was expected. */
final class Diagnosis {

  private static final Pattern FIELD = Pattern.compile("undefined field '(.+?)'");
  private static final Pattern NAME = Pattern.compile("undeclared reference to '(.+?)'");
  private static final Pattern OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.+?)' applied to '(.+?)'(?: \\(candidates: (.*)\\))?",
          Pattern.DOTALL);
  private static final Pattern OPERATOR = Pattern.compile("@?_?(!?[^_]*)_.*|!_|-_");
  private static final Pattern OBJECT = Pattern.compile("(project|agency)\\s*\\.\\s*$");

  /** How much of an expression a message repeats. */
  private static final int SHOWN = 10;

  private final Language language;
  private final FileErrors errors;

  Diagnosis(Language language, FileErrors errors) {
    this.language = language;
    this.errors = errors;
  }

  /** Compiles the expression by itself and reports what is wrong with it. */
  void examine(Part part) {
    var result = language.single().compile(part.text());
    var signs = result.hasError() ? TypedSigns.in(part.text()) : List.<Integer>of();
    for (var sign : signs) {
      int symbol = part.text().codePointAt(part.text().offsetByCodePoints(0, sign));
      errors.add(
          part.place(sign),
          "full-width-sign",
          FullWidth.sentence(symbol) + "。",
          FullWidth.english(symbol));
    }
    for (var issue : signs.isEmpty() ? result.getErrors() : List.<CelIssue>of()) {
      int at = offset(part.text(), issue);
      if (!report(part, issue.getMessage(), at)) {
        return;
      }
    }
  }

  /** Reports one issue; false where what follows is only its consequence. */
  private boolean report(Part part, String message, int at) {
    Matcher field = FIELD.matcher(message);
    if (field.find()) {
      unknownField(part, field.group(1), at);
      return true;
    }
    Matcher name = NAME.matcher(message);
    if (name.find()) {
      unknownName(part, name.group(1), at);
      return true;
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.find()) {
      mismatch(part, overload, at);
      return true;
    }
    if (message.contains("recursion limit")) {
      errors.add(
          part.place(0),
          "expression-too-deep",
          "表达式括号或嵌套太深，请拆成几条规则。",
          "The expression nests too deep.");
      return false;
    }
    errors.add(
        part.place(at),
        "syntax-error",
        syntax(part.text(), message, at),
        "Syntax error: " + firstLine(message) + ".");
    return false;
  }

  /** What is wrong with the shape of an expression, without the parser's own words. */
  private static String syntax(String text, String message, int at) {
    if (message.contains("has() macro")) {
      return "has()里应是一项资料，例如has(agency.grade)。";
    }
    if (message.contains("simple name")) {
      return "exists、all的第一个参数应是一个变量名，例如x。";
    }
    var rest = text.substring(prefix(text, at).length()).strip();
    int shown = Math.min(SHOWN, rest.codePointCount(0, rest.length()));
    return rest.isEmpty()
        ? "表达式写到这里还不完整，后面缺了内容。"
        : "表达式从“" + prefix(rest, shown) + "”起看不懂，可能多了、少了或写错了符号。";
  }

  private void unknownField(Part part, String field, int at) {
    int index = indexOf(part.text(), field, at);
    var object = OBJECT.matcher(prefix(part.text(), index));
    boolean known = object.find();
    boolean onProject = known && object.group(1).equals("project");
    boolean onAgency = known && !onProject;
    var names =
        onProject ? names(Facts.OF_PROJECT) : onAgency ? names(Facts.OF_AGENCY) : allFacts();
    var owner = onProject ? "project" : onAgency ? "agency" : "project和agency";
    var near = Suggestions.near(field, names);
    errors.add(
        part.place(index),
        "unknown-name",
        owner + "没有“" + field + "”这一项" + near.map(n -> "，是不是“" + n + "”？").orElse("；可用的名称见《规则手册》。"),
        "Unknown name '" + field + "'" + near.map(n -> "; did you mean '" + n + "'?").orElse("."));
  }

  private void unknownName(Part part, String name, int at) {
    var near = Suggestions.near(name, language.names());
    int index = indexOf(part.text(), name, Math.max(0, at - name.codePointCount(0, name.length())));
    errors.add(
        part.place(index),
        "unknown-name",
        "没有名为“" + name + "”的变量或函数" + near.map(n -> "，是不是“" + n + "”？").orElse("；可用的名称见《规则手册》。"),
        "Unknown name '" + name + "'" + near.map(n -> "; did you mean '" + n + "'?").orElse("."));
  }

  private void mismatch(Part part, Matcher overload, int at) {
    var function = operator(overload.group(1));
    var found = overload.group(2);
    var expected = overload.group(3) == null ? "" : overload.group(3);
    boolean branches = overload.group(1).equals("_?_:_");
    errors.add(
        part.place(at),
        "type-mismatch",
        branches
            ? "“条件 ? 结果 : 结果”的条件应是true或false，两个结果应是同一种类型，这里是" + Types.labels(found) + "。"
            : "“"
                + function
                + "”不能用于"
                + Types.labels(found)
                + (expected.isEmpty()
                    ? "。"
                    : "；可以用于"
                        + Types.labels(expected.replace("%A0", "同类型").replace("),(", ")或("))
                        + "。"),
        "'"
            + function
            + "' cannot be applied to "
            + found
            + (branches
                ? "; expected (bool, T, T)."
                : expected.isEmpty() ? "." : "; expected " + expected.replace("%A0", "T") + "."));
  }

  private static String operator(String function) {
    Matcher operator = OPERATOR.matcher(function);
    return operator.matches() && operator.group(1) != null && !operator.group(1).isEmpty()
        ? operator.group(1)
        : function.replace("_", "");
  }

  private List<String> allFacts() {
    var names = new java.util.ArrayList<>(names(Facts.OF_PROJECT));
    names.addAll(names(Facts.OF_AGENCY));
    return names;
  }

  private static <T> List<String> names(List<Fact<T>> facts) {
    return facts.stream().map(Fact::name).toList();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  /** The text before this index, in code points. */
  private static String prefix(String text, int index) {
    int[] symbols = text.codePoints().toArray();
    return new String(symbols, 0, Math.clamp(index, 0, symbols.length));
  }

  /** Where the word begins at or after an index, in code points; the index itself if nowhere. */
  private static int indexOf(String text, String word, int from) {
    int start = prefix(text, from).length();
    var found = Pattern.compile("(?<![\\w])" + Pattern.quote(word) + "(?![\\w])").matcher(text);
    return found.find(Math.min(start, text.length()))
        ? text.codePointCount(0, found.start())
        : from;
  }

  /** An issue's line (from 1) and column (from 0) as an index into the text, in code points. */
  private static int offset(String text, CelIssue issue) {
    var location = issue.getSourceLocation();
    int[] symbols = text.codePoints().toArray();
    int line = 1;
    int at = 0;
    while (line < location.getLine() && at < symbols.length) {
      if (symbols[at++] == '\n') {
        line++;
      }
    }
    return Math.clamp((long) at + location.getColumn(), 0, symbols.length);
  }
}
