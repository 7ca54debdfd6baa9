package duijie.vocabulary.yaml;

import duijie.shared.Fingerprint;
import duijie.shared.yaml.YamlMistakes;
import duijie.vocabulary.PublicBody;
import duijie.vocabulary.Term;
import duijie.vocabulary.TermVocabulary;
import duijie.vocabulary.VocabularyLoading;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One file of a vocabulary, read as a tree of nodes: each knows its place, and nothing that a file
 * says can make an object.
 */
final class VocabularyFile {

  private static final Map<String, Term.Kind> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("service-fields", Term.Kind.SERVICE_FIELD);
    SECTIONS.put("target-groups", Term.Kind.TARGET_GROUP);
    SECTIONS.put("service-methods", Term.Kind.SERVICE_METHOD);
  }

  /** May be left out: it helps the search alone. */
  private static final String PUBLIC_BODIES = "public-bodies";

  private static final String COMMON_WORDS = "common-words";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** One character names nothing and occurs everywhere. */
  private static final int SHORTEST_WORD = 2;

  private final byte[] content;
  private final Errors errors;
  private final Spelling spelling;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Body> bodies = new ArrayList<>();
  private final Set<String> commonWords = new LinkedHashSet<>();

  VocabularyFile(String name, byte[] content) {
    this.content = content;
    this.errors = new Errors(name);
    this.spelling = new Spelling(errors);
  }

  /** A term with the nodes that it was read from. */
  record Entry(Term term, Node idNode, @Nullable Node parentNode, List<ScalarNode> words) {}

  /** A public body with the nodes that its names were read from. */
  record Body(PublicBody body, List<ScalarNode> words) {}

  VocabularyLoading load() {
    tree().ifPresent(this::read);
    new Consistency(errors).check(entries, bodies, commonWords);
    if (errors.any()) {
      return new VocabularyLoading.Broken(errors.inOrder());
    }
    return new VocabularyLoading.Valid(
        new TermVocabulary(
            entries.stream().map(Entry::term).toList(),
            bodies.stream().map(Body::body).toList(),
            commonWords,
            version()));
  }

  private Optional<MappingNode> tree() {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      var options = new LoaderOptions();
      options.setMaxAliasesForCollections(10);
      options.setNestingDepthLimit(20);
      var root = compose(new Yaml(new SafeConstructor(options)), text);
      if (errors.any()) {
        return Optional.empty();
      }
      if (root instanceof MappingNode mapping) {
        return Optional.of(mapping);
      }
      errors.add(
          root == null ? null : root.getStartMark(),
          "wrong-shape",
          "文件应当由 service-fields、target-groups、service-methods、common-words 四部分组成。",
          "The file must consist of service-fields, target-groups, service-methods, common-words.");
    } catch (CharacterCodingException e) {
      errors.add(null, "not-utf-8", "文件不是 UTF-8 编码，请另存为 UTF-8。", "The file is not UTF-8.");
    }
    return Optional.empty();
  }

  private @Nullable Node compose(Yaml yaml, String text) {
    try {
      return yaml.compose(new StringReader(text));
    } catch (YAMLException e) {
      YamlMistakes.of(text, e)
          .forEach(m -> errors.add(text, m.index(), "bad-yaml", m.sentence(), m.english()));
      return null;
    }
  }

  private void read(MappingNode root) {
    var sections = fields(root, Set.of(), allSections());
    for (var section : allSections()) {
      var node = sections.get(section);
      if (node == null && !section.equals(PUBLIC_BODIES)) {
        errors.add(
            root.getStartMark(),
            "missing-section",
            "缺少 " + section + " 部分。",
            "The section " + section + " is missing.");
      } else if (node == null) {
        continue;
      } else if (section.equals(PUBLIC_BODIES)) {
        items(node).forEach(this::readBody);
      } else if (SECTIONS.containsKey(section)) {
        items(node).forEach(item -> readTerm(SECTIONS.get(section), item));
      } else {
        scalars(node).forEach(this::readCommonWord);
      }
    }
  }

  private static Set<String> allSections() {
    var all = new LinkedHashSet<>(SECTIONS.keySet());
    all.add(PUBLIC_BODIES);
    all.add(COMMON_WORDS);
    return all;
  }

  private void readTerm(Term.@Nullable Kind kind, Node node) {
    if (!(node instanceof MappingNode mapping) || kind == null) {
      errors.add(
          node.getStartMark(),
          "wrong-shape",
          "这里应当是一个词条，写明 id 和 name。",
          "A term with id and name is expected here.");
      return;
    }
    var fields = fields(mapping, Set.of("id", "name"), Set.of("id", "name", "synonyms", "parent"));
    var id = scalar(fields.get("id"));
    var name = scalar(fields.get("name"));
    var parent = scalar(fields.get("parent"));
    if (id != null && !ID.matcher(id.getValue()).matches()) {
      errors.add(
          id.getStartMark(),
          "bad-id",
          "id“" + id.getValue() + "”只能用小写英文、数字和连字符，例如 home-care。",
          "An id consists of lower-case words joined by hyphens, such as home-care.");
    }
    if (id == null || name == null) {
      return;
    }
    var words = words(name, fields.get("synonyms"));
    var names = words.stream().map(word -> word.getValue().strip()).toList();
    var term =
        new Term(
            new Term.Id(id.getValue()),
            kind,
            names.getFirst(),
            names.subList(1, names.size()),
            parent == null ? null : new Term.Id(parent.getValue()));
    entries.add(new Entry(term, id, parent, words));
  }

  private void readCommonWord(ScalarNode word) {
    spelling.check(word);
    commonWords.add(word.getValue().strip());
  }

  private void readBody(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      errors.add(
          node.getStartMark(),
          "wrong-shape",
          "这里应当是一个单位，写明 name。",
          "A public body with its name is expected here.");
      return;
    }
    var fields = fields(mapping, Set.of("name"), Set.of("name", "synonyms"));
    var name = scalar(fields.get("name"));
    if (name != null) {
      var words = words(name, fields.get("synonyms"));
      var names = words.stream().map(word -> word.getValue().strip()).toList();
      bodies.add(new Body(new PublicBody(names.getFirst(), names.subList(1, names.size())), words));
    }
  }

  /** A name and its synonyms, none too short. */
  private List<ScalarNode> words(ScalarNode name, @Nullable Node synonyms) {
    var words = new ArrayList<ScalarNode>();
    words.add(name);
    if (synonyms != null) {
      words.addAll(scalars(synonyms));
    }
    words.forEach(spelling::check);
    words.forEach(this::checkLength);
    return words;
  }

  private void checkLength(ScalarNode word) {
    if (TermVocabulary.key(word.getValue()).length() < SHORTEST_WORD) {
      errors.add(
          word.getStartMark(),
          "short-word",
          "“" + word.getValue() + "”太短，词至少两个字。",
          "A word has at least two characters.");
    }
  }

  /**
   * The values of a mapping by key, with every key that is missing, unknown or given twice named.
   */
  private Map<String, Node> fields(MappingNode mapping, Set<String> required, Set<String> known) {
    var fields = new LinkedHashMap<String, Node>();
    for (var tuple : mapping.getValue()) {
      var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      var mark = tuple.getKeyNode().getStartMark();
      if (spelling.colonMeant(tuple.getKeyNode(), known)) {
        continue;
      } else if (!known.contains(key)) {
        errors.add(
            mark,
            "unknown-key",
            "不认识“" + key + "”，这里只能写：" + String.join("、", known.stream().sorted().toList()) + "。",
            "Unknown key " + key + "; known are " + known.stream().sorted().toList() + ".");
      } else if (fields.put(key, tuple.getValueNode()) != null) {
        errors.add(mark, "duplicate-key", "“" + key + "”写了两次。", "The key " + key + " comes twice.");
      }
    }
    for (var key : required.stream().sorted().toList()) {
      if (!fields.containsKey(key)) {
        errors.add(
            mapping.getStartMark(),
            "missing-" + key,
            "词条缺少 " + key + "。",
            "The term has no " + key + ".");
      }
    }
    return fields;
  }

  private List<Node> items(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (!spelling.bracketsMeant(node)) {
      errors.add(
          node.getStartMark(),
          "wrong-shape",
          "这里应当是一个列表：写成[甲, 乙]，或每项另起一行、以“- ”开头。",
          "A list is expected here.");
    }
    return List.of();
  }

  private List<ScalarNode> scalars(Node node) {
    return items(node).stream().map(this::scalar).filter(Objects::nonNull).toList();
  }

  private @Nullable ScalarNode scalar(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar;
    }
    errors.add(node.getStartMark(), "wrong-shape", "这里应当是一个词。", "A single word is expected here.");
    return null;
  }

  private String version() {
    return Fingerprint.of(List.of(content));
  }
}
