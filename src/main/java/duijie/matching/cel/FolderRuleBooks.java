package duijie.matching.cel;

import duijie.matching.RuleBook;
import duijie.matching.RuleBooks;
import duijie.regions.Regions;
import duijie.shared.FilePlace;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.RuleFiles;
import duijie.shared.yaml.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Loads rule books from folders, or the shipped one from the class path. */
final class FolderRuleBooks implements RuleBooks {

  static final String ELIGIBILITY = "eligibility.yml";
  static final String SCORING = "scoring.yml";
  static final String EXAMPLES = "examples.yml";
  static final String VOCABULARY = "vocabulary.yml";

  private static final List<String> FILES = List.of(ELIGIBILITY, EXAMPLES, SCORING, VOCABULARY);
  private static final RuleFiles RULE_FILES = RuleFiles.of(FILES);
  private static final String SHIPPED = "/matching-rules/";

  private final Regions regions;
  private final Lazy<RuleBook> shipped = new Lazy<>(this::loadShipped);

  FolderRuleBooks(Regions regions) {
    this.regions = regions;
  }

  @Override
  public Loaded load(Path folder) {
    var errors = FileErrors.none();
    for (var name : yamlFiles(folder)) {
      if (!FILES.contains(name)) {
        errors.add(
            FilePlace.startOf(name),
            "unknown-file",
            "规则手册没有“" + name + "”这个文件，请改名或移走；只读" + String.join("、", FILES) + "。",
            "A rule book has no file of this name; it has " + String.join(", ", FILES) + ".");
      }
    }
    return load(RULE_FILES.in(folder, errors), errors);
  }

  @Override
  public RuleBook shipped() {
    return shipped.get();
  }

  private RuleBook loadShipped() {
    return switch (load(RULE_FILES.shipped(SHIPPED), FileErrors.none())) {
      case Loaded.Valid valid -> valid.book();
      case Loaded.Broken broken ->
          throw new IllegalStateException("the shipped rule book is broken: " + broken.errors());
    };
  }

  private Loaded load(SortedMap<String, byte[]> contents, FileErrors errors) {
    var files = new TreeMap<String, SourceFile>();
    contents.forEach(
        (name, content) -> {
          var file = SourceFile.of(name, content, errors);
          if (file != null) {
            files.put(name, file);
          }
        });
    return new Loading(regions, files, contents, errors).load();
  }

  private static List<String> yamlFiles(Path folder) {
    var names = new ArrayList<String>();
    try (var listing = Files.newDirectoryStream(folder, "*.yml")) {
      listing.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException e) {
      // The missing files themselves are reported one by one.
    }
    return names;
  }
}
