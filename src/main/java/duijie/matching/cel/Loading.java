package duijie.matching.cel;

import duijie.matching.Facts;
import duijie.matching.RuleBooks.Loaded;
import duijie.matching.cel.Examples.Example;
import duijie.regions.Regions;
import duijie.shared.Fingerprint;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.SourceFile;
import duijie.vocabulary.Vocabulary;
import duijie.vocabulary.lucene.LuceneTextAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One attempt to make a book of the content of its files. */
final class Loading {

  private final Regions regions;
  private final Map<String, SourceFile> files;
  private final SortedMap<String, byte[]> contents;
  private final FileErrors errors;

  /**
   * @param files those that could be read as text, by name
   * @param contents the bytes of all, by name
   * @param errors what is already known to be wrong
   */
  Loading(
      Regions regions,
      Map<String, SourceFile> files,
      SortedMap<String, byte[]> contents,
      FileErrors errors) {
    this.regions = regions;
    this.files = files;
    this.contents = contents;
    this.errors = errors;
  }

  Loaded load() {
    var reader = new BookReader(errors);
    var eligibility = reader.eligibility(files.get(FolderRuleBooks.ELIGIBILITY));
    var criteria = reader.criteria(files.get(FolderRuleBooks.SCORING));
    var vocabulary = vocabulary();
    var compilation = compile(eligibility, criteria, vocabulary);
    if (vocabulary == null) {
      return new Loaded.Broken(errors.inOrder());
    }
    var facts = new Facts(regions, vocabulary, LuceneTextAnalysis.of(vocabulary));
    var examplesFile = files.get(FolderRuleBooks.EXAMPLES);
    var examples =
        examplesFile == null
            ? null
            : new Examples(examplesFile, facts, regions, vocabulary, errors);
    List<Example> all = examples == null ? List.of() : examples.read(reader);
    if (compilation == null || examples == null || !errors.isEmpty()) {
      return new Loaded.Broken(errors.inOrder());
    }
    var book =
        new CompiledBook(version(contents), facts, vocabulary, eligibility, criteria, compilation);
    examples.run(all, book);
    return errors.isEmpty()
        ? new Loaded.Valid(book, all.size())
        : new Loaded.Broken(errors.inOrder());
  }

  /**
   * SHA-256 of the files' bytes one after another in the order of their names, as {@code cat *.yml
   * | sha256sum} in the folder gives it.
   */
  static String version(SortedMap<String, byte[]> contents) {
    return Fingerprint.of(contents.values());
  }

  private @Nullable Vocabulary vocabulary() {
    var content = contents.get(FolderRuleBooks.VOCABULARY);
    boolean unread = content == null || !files.containsKey(FolderRuleBooks.VOCABULARY);
    return unread || content == null ? null : VocabularyFile.read(content, errors);
  }

  private @Nullable Compilation compile(
      List<RuleText> eligibility, List<RuleText> criteria, @Nullable Vocabulary vocabulary) {
    var parts = new ArrayList<Part>();
    eligibility.forEach(rule -> parts.addAll(rule.parts()));
    criteria.forEach(rule -> parts.addAll(rule.parts()));
    if (parts.isEmpty()) {
      return null;
    }
    // A broken vocabulary changes no type, so the rules are checked all the same.
    var functions = new Functions(regions, vocabulary);
    return Compilation.of(new Language(functions.all()), parts, errors);
  }
}
