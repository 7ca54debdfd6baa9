package duijie.vocabulary.yaml;

import duijie.shared.FullWidth;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Finds punctuation where words are meant: a list with Chinese commas is one long word to YAML. */
final class Spelling {

  private static final String SEPARATORS = "，、；：。,;:";
  private static final String OTHERS = "！？!?｛｝【】［］〔〕{}[]“”‘’\"'";

  private final Errors errors;

  Spelling(Errors errors) {
    this.errors = errors;
  }

  /** Refuses the first sign in a word that no word has. */
  void check(ScalarNode word) {
    int[] symbols = word.getValue().codePoints().toArray();
    for (int i = 0; i < symbols.length; i++) {
      boolean separator = SEPARATORS.indexOf(symbols[i]) >= 0;
      if (separator || OTHERS.indexOf(symbols[i]) >= 0) {
        var sign = Character.toString(symbols[i]);
        errors.add(
            word.getStartMark(),
            offset(word) + i,
            "sign-in-word",
            separator ? "词里不能有标点“" + sign + "”；这里若是几个词，请用英文逗号“,”隔开。" : "词里不能有标点“" + sign + "”，请去掉。",
            "A word has no '" + sign + "'; words are separated by ',' and a blank.");
        return;
      }
    }
  }

  /** Whether a key is one with its value behind the colon of Chinese typing; reported if so. */
  boolean colonMeant(Node key, Set<String> known) {
    int colon = key instanceof ScalarNode scalar ? scalar.getValue().indexOf('：') : -1;
    if (colon < 0 || !known.contains(((ScalarNode) key).getValue().substring(0, colon).strip())) {
      return false;
    }
    errors.add(
        key.getStartMark(),
        colon,
        "full-width-sign",
        FullWidth.sentence('：') + "，后面空一格。",
        FullWidth.english('：'));
    return true;
  }

  /** Whether a text begins with a bracket of Chinese typing; reported if so. */
  boolean bracketsMeant(Node node) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isEmpty()) {
      return false;
    }
    int first = scalar.getValue().codePointAt(0);
    if (FullWidth.meant(first).orElse(0) != '[') {
      return false;
    }
    errors.add(
        node.getStartMark(),
        offset(scalar),
        "full-width-sign",
        FullWidth.sentence(first) + "。",
        FullWidth.english(first));
    return true;
  }

  private static int offset(ScalarNode word) {
    return word.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
  }
}
