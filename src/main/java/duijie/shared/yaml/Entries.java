package duijie.shared.yaml;

import duijie.shared.FilePlace;
import duijie.shared.FullWidth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The keys and values of one mapping of a file, checked as they are asked for. */
public final class Entries {

  private final SourceFile file;
  private final FilePlace place;
  private final FileErrors errors;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, FilePlace> places = new LinkedHashMap<>();

  private Entries(SourceFile file, FilePlace place, FileErrors errors) {
    this.file = file;
    this.place = place;
    this.errors = errors;
  }

  /** Takes each entry of the list that a file is; false, with an error, where it is none. */
  public static boolean each(SourceFile file, int most, FileErrors errors, Consumer<Node> item) {
    var tree = file.tree(errors);
    if (tree == null) {
      return false;
    }
    if (!(tree instanceof SequenceNode list)) {
      errors.add(
          file.place(tree), "list-expected", "文件应是一个列表，每项以“- ”开头。", "The file must be a list.");
      return false;
    }
    if (list.getValue().size() > most) {
      errors.add(
          file.place(list),
          "too-many-entries",
          "文件里最多" + most + "项，现有" + list.getValue().size() + "项。",
          "At most " + most + " entries are allowed; there are " + list.getValue().size() + ".");
      return false;
    }
    list.getValue().forEach(item);
    return true;
  }

  /** The entries of a mapping; null, with an error, where the node is none. */
  public static @Nullable Entries of(
      SourceFile file, Node node, Set<String> known, FileErrors errors) {
    if (!(node instanceof MappingNode mapping)) {
      errors.add(
          file.place(node),
          "mapping-expected",
          "这里应是“名称: 内容”的形式。",
          "A mapping of keys to values must stand here.");
      return null;
    }
    var entries = new Entries(file, file.place(node), errors);
    for (var tuple : mapping.getValue()) {
      var place = file.place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        errors.add(place, "key-expected", "这里应是一个名称。", "A key must stand here.");
      } else if (entries.colonMeant(key, known)) {
        continue;
      } else if (!known.contains(key.getValue())) {
        var near = Suggestions.near(key.getValue(), known);
        errors.add(
            place,
            "unknown-key",
            "没有“"
                + key.getValue()
                + "”这一项"
                + near.map(n -> "，是不是“" + n + "”？").orElse("；可用：" + String.join("、", known) + "。"),
            "Unknown key '"
                + key.getValue()
                + "'"
                + near.map(n -> "; did you mean '" + n + "'?")
                    .orElse("; known are " + String.join(", ", known) + "."));
      } else if (entries.values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        errors.add(
            place,
            "repeated-key",
            "“" + key.getValue() + "”写了两次。",
            "The key '" + key.getValue() + "' is given twice.");
      } else {
        entries.places.put(key.getValue(), place);
      }
    }
    return entries;
  }

  /** Whether a key is one with its value behind the colon of Chinese typing; reported if so. */
  private boolean colonMeant(ScalarNode key, Set<String> known) {
    int colon = key.getValue().indexOf('：');
    if (colon < 0 || !known.contains(key.getValue().substring(0, colon).strip())) {
      return false;
    }
    int index = key.getValue().codePointCount(0, colon);
    errors.add(
        Scalar.of(file, key).place(index),
        "full-width-sign",
        FullWidth.sentence('：') + "，后面空一格。",
        FullWidth.english('：'));
    return true;
  }

  public FilePlace place() {
    return place;
  }

  /** Where the value stands, or the mapping where the key is missing. */
  public FilePlace place(String key) {
    var node = values.get(key);
    return node == null ? place : file.place(node);
  }

  public Set<String> keys() {
    return values.keySet();
  }

  public @Nullable Node optional(String key) {
    return values.get(key);
  }

  /** The value; null, with an error, where the key is missing. */
  public @Nullable Node required(String key) {
    var node = values.get(key);
    if (node == null) {
      errors.add(place, "missing-key", "缺少“" + key + "”这一项。", "The key '" + key + "' is missing.");
    }
    return node;
  }

  /** The text under a key; null, with an error, where it is missing or no text. */
  public @Nullable Scalar requiredText(String key) {
    var node = required(key);
    return node == null ? null : text(node);
  }

  public @Nullable Scalar optionalText(String key) {
    var node = values.get(key);
    return node == null ? null : text(node);
  }

  /** The text that a node is; null, with an error, where it is none or blank. */
  public @Nullable Scalar text(Node node) {
    return textOf(file, node, errors);
  }

  /** The text that a node of a file is; null, with an error, where it is none or blank. */
  public static @Nullable Scalar textOf(SourceFile file, Node node, FileErrors errors) {
    if (!(node instanceof ScalarNode scalar)) {
      errors.add(file.place(node), "text-expected", "这里应是文字。", "A text must stand here.");
      return null;
    }
    if (scalar.getValue().isBlank()) {
      errors.add(file.place(node), "empty-value", "这里没有内容。", "Nothing is given here.");
      return null;
    }
    return Scalar.of(file, scalar);
  }

  /** The texts that a node is: one, or a list of them. */
  public List<Scalar> texts(Node node) {
    var texts = new ArrayList<Scalar>();
    var nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    for (var each : nodes) {
      var text = text(each);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }
}
