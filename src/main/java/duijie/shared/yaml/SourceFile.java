package duijie.shared.yaml;

import duijie.shared.FilePlace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/** One YAML file that people write: its text and what stands where in it. */
public final class SourceFile {

  /** How large a file may be. The shipped ones have some 20,000 bytes. */
  public static final int MAXIMUM_BYTES = 256 * 1024;

  private final String name;
  private final String text;
  private final int[] symbols;
  private final int[] lineStarts;

  private SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.symbols = text.codePoints().toArray();
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, symbols.length).filter(this::endsLine).map(i -> i + 1))
            .toArray();
  }

  /** The file with this content; null, with an error, where it cannot be read as text. */
  public static @Nullable SourceFile of(String name, byte[] content, FileErrors errors) {
    if (content.length > MAXIMUM_BYTES) {
      errors.add(
          FilePlace.startOf(name),
          "file-too-large",
          "文件超过" + MAXIMUM_BYTES / 1024 + "KB，请精简。",
          "The file is larger than " + MAXIMUM_BYTES / 1024 + " KB.");
      return null;
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return new SourceFile(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      errors.add(
          FilePlace.startOf(name),
          "not-utf8",
          "文件不是UTF-8编码，请另存为UTF-8。",
          "The file is not encoded in UTF-8.");
      return null;
    }
  }

  /** As much as it takes to see that a file is too large: nobody waits for a pipe or a device. */
  public static byte[] beginning(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (var stream = Files.newInputStream(file)) {
      return stream.readNBytes(MAXIMUM_BYTES + 1);
    }
  }

  public String name() {
    return name;
  }

  public int[] symbols() {
    return symbols;
  }

  /** The place of the symbol with this index. */
  public FilePlace place(int index) {
    int at = Math.clamp(index, 0, symbols.length);
    int line = java.util.Arrays.binarySearch(lineStarts, at);
    if (line < 0) {
      line = -line - 2;
    }
    return new FilePlace(name, line + 1, at - lineStarts[line] + 1);
  }

  public FilePlace place(Node node) {
    return place(node.getStartMark());
  }

  private FilePlace place(@Nullable Mark mark) {
    return mark == null ? FilePlace.startOf(name) : place(mark.getIndex());
  }

  /** The file's tree; null, with an error, where it is not plain YAML or holds nothing. */
  public @Nullable Node tree(FileErrors errors) {
    try {
      if (!plain(errors)) {
        return null;
      }
      var tree = yaml().compose(new java.io.StringReader(text));
      if (tree == null) {
        errors.add(FilePlace.startOf(name), "empty-file", "文件是空的。", "The file is empty.");
      }
      return tree;
    } catch (YAMLException e) {
      for (var mistake : YamlMistakes.of(text, e)) {
        errors.add(place(mistake.index()), "bad-yaml", mistake.sentence(), mistake.english());
      }
    }
    return null;
  }

  /** Refuses what such a file has no use for and an attacker has: references and types. */
  private boolean plain(FileErrors errors) {
    var nesting = new Nesting();
    for (var event : yaml().parse(new java.io.StringReader(text))) {
      if (nesting.isHopeless(event)) {
        return true;
      }
      boolean reference =
          event instanceof AliasEvent
              || event instanceof NodeEvent node && node.getAnchor() != null;
      if (reference) {
        errors.add(
            place(event.getStartMark()),
            "yaml-reference",
            "规则手册不允许YAML引用（&名、*名），请把内容写全。",
            "YAML anchors and aliases are not allowed in a rule book.");
        return false;
      }
      boolean typed =
          event instanceof ScalarEvent scalar && scalar.getTag() != null
              || event instanceof CollectionStartEvent start && start.getTag() != null;
      if (typed) {
        errors.add(
            place(event.getStartMark()),
            "yaml-type",
            "规则手册不允许YAML类型标记（!开头的词）。",
            "YAML tags are not allowed in a rule book.");
        return false;
      }
    }
    return true;
  }

  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(Nesting.MAXIMUM);
    options.setCodePointLimit(MAXIMUM_BYTES);
    return new Yaml(options);
  }

  private boolean endsLine(int index) {
    int symbol = symbols[index];
    return symbol == '\n'
        || symbol == '\r' && (index + 1 == symbols.length || symbols[index + 1] != '\n');
  }
}
