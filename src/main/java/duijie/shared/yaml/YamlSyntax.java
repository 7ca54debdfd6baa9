package duijie.shared.yaml;

import duijie.shared.yaml.YamlMistakes.Mistake;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The parser's complaints in words for people who have never heard of tokens. */
final class YamlSyntax {

  private YamlSyntax() {}

  static Mistake explain(MarkedYAMLException refusal) {
    var problem = String.valueOf(refusal.getProblem());
    var english = "Not well-formed YAML: " + problem + ".";
    if (problem.startsWith("could not find expected ':'")) {
      return new Mistake(start(refusal), "这一行缺少冒号，应写成“名称: 内容”，冒号后面空一格。", english);
    }
    return new Mistake(index(refusal.getProblemMark()), chinese(problem), english);
  }

  /** Where that begins which the parser could not make sense of. */
  static int start(MarkedYAMLException refusal) {
    var context = refusal.getContextMark();
    return index(context == null ? refusal.getProblemMark() : context);
  }

  private static String chinese(String problem) {
    if (problem.startsWith("mapping values are not allowed")) {
      return "这里不能有“: ”；内容里要写冒号的，请用“>-”另起一行写，或检查上一行的缩进。";
    }
    if (problem.contains("TAB") || problem.contains("\\t")) {
      return "不能用制表符（Tab）缩进，请改用空格。";
    }
    if (problem.startsWith("expected ',' or")) {
      return "括号里的各项要用英文逗号“,”隔开，最后要有对应的右括号。";
    }
    if (problem.startsWith("found unexpected end of stream")) {
      return "引号没有写完，缺少后一个引号。";
    }
    if (problem.startsWith("expected <block end>")) {
      return "缩进或括号、引号有误：从这里起与上文接不上。";
    }
    return "YAML写法有误，请检查缩进、冒号、引号和括号。";
  }

  private static int index(@org.jspecify.annotations.Nullable Mark mark) {
    return mark == null ? 0 : mark.getIndex();
  }
}
