package duijie.server;

import duijie.matching.RuleBook;
import duijie.matching.RuleBooks;
import duijie.regions.Regions;
import duijie.shared.FileError;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known before any record is read.
 *
 * @param book the rule book to begin with
 * @param folder where it is watched for changes, or null where the shipped one is used for good
 * @param lastGood the copy of the last book that was in force, or null where none is kept
 * @param analyses text analysis by vocabulary
 */
record Knowledge(
    Regions regions,
    RuleBooks ruleBooks,
    RuleBook book,
    @Nullable Path folder,
    @Nullable LastGoodBook lastGood,
    Function<Vocabulary, TextAnalysis> analyses) {

  private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);

  /**
   * Reads it all. A broken rule book is told in the log; the last one that was in force is taken in
   * its place, or the shipped one.
   *
   * @param named the folder of the rule book; null for the one beside the program, if any
   */
  static Knowledge load(@Nullable Path named, @Nullable LastGoodBook lastGood) {
    var regions = Adapters.regions();
    var ruleBooks = Adapters.ruleBooks(regions);
    var folder = named == null ? besideProgram() : named;
    var book = folder == null ? ruleBooks.shipped() : bookIn(folder, lastGood, ruleBooks);
    return new Knowledge(regions, ruleBooks, book, folder, lastGood, Adapters::analysis);
  }

  /** The folder {@code matching-rules} where the program lies, if there is one. */
  private static @Nullable Path besideProgram() {
    var home = System.getProperty("duijie.home");
    if (home == null) {
      return null;
    }
    var folder = Path.of(home, "matching-rules");
    return Files.isDirectory(folder) ? folder : null;
  }

  static void report(Path folder, List<FileError> errors) {
    for (var error : errors) {
      LOG.error("{}/{}: {} {}", folder, error.place(), error.sentence(), error.english());
    }
  }

  private static RuleBook bookIn(
      Path folder, @Nullable LastGoodBook lastGood, RuleBooks ruleBooks) {
    return switch (ruleBooks.load(folder)) {
      case RuleBooks.Loaded.Valid valid -> valid.book();
      case RuleBooks.Loaded.Broken broken -> {
        report(folder, broken.errors());
        var kept = lastGood == null ? Optional.<RuleBook>empty() : lastGood.load(ruleBooks);
        LOG.error(
            kept.isPresent()
                ? "the last rule book that was in force is used instead"
                : "the rule book that ships with the product is used instead");
        yield kept.orElseGet(ruleBooks::shipped);
      }
    };
  }
}
