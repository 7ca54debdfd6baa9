package duijie.server;

import duijie.matching.RuleBook;
import duijie.matching.RuleBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the last rule book that was in force, so that a start with a broken one goes on as the
 * server did before it.
 *
 * @param folder where the copy is kept
 */
record LastGoodBook(Path folder) {

  private static final Logger LOG = LoggerFactory.getLogger(LastGoodBook.class);

  /**
   * Keeps a copy of the book in this folder, unless its files are not those of the book in force
   * any more. That it cannot be kept is told in the log and stops nothing.
   */
  void keep(Path rules, RuleBook inForce, RuleBooks ruleBooks) {
    try {
      if (load(ruleBooks).filter(kept -> kept.version().equals(inForce.version())).isPresent()) {
        return;
      }
      var copy = Files.createDirectories(folder.resolveSibling(folder.getFileName() + ".new"));
      empty(copy);
      try (var files = Files.newDirectoryStream(rules, "*.yml")) {
        for (var file : files) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
      if (ruleBooks.load(copy) instanceof RuleBooks.Loaded.Valid valid
          && valid.book().version().equals(inForce.version())) {
        if (Files.exists(folder)) {
          empty(folder);
          Files.delete(folder);
        }
        Files.move(copy, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      LOG.warn("no copy of the rule book could be kept in {}: {}", folder, e.getMessage());
    }
  }

  /** The book that was kept, if there is one and it is whole. */
  Optional<RuleBook> load(RuleBooks ruleBooks) {
    return Files.isDirectory(folder)
            && ruleBooks.load(folder) instanceof RuleBooks.Loaded.Valid valid
        ? Optional.of(valid.book())
        : Optional.empty();
  }

  private static void empty(Path folder) throws IOException {
    try (var entries = Files.walk(folder)) {
      for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        if (!entry.equals(folder)) {
          Files.delete(entry);
        }
      }
    }
  }
}
