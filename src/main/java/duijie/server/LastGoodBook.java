package duijie.server;

import duijie.database.Folders;
import duijie.matching.RuleBook;
import duijie.matching.RuleBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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
      if (isCopyOf(rules)) {
        return;
      }
      var copy = folder.resolveSibling(folder.getFileName() + ".new");
      Folders.delete(copy);
      Files.createDirectories(copy);
      for (var file : files(rules)) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
      if (ruleBooks.load(copy) instanceof RuleBooks.Loaded.Valid valid
          && valid.book().version().equals(inForce.version())) {
        Folders.delete(folder);
        Files.move(copy, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      LOG.warn("no copy of the rule book could be kept in {}: {}", folder, e.getMessage());
    }
  }

  /** Whether nothing is to be copied: comparing files costs nothing beside loading a book. */
  private boolean isCopyOf(Path rules) throws IOException {
    var files = files(rules);
    if (!Files.isDirectory(folder) || files(folder).size() != files.size()) {
      return false;
    }
    for (var file : files) {
      var kept = folder.resolve(file.getFileName());
      if (!Files.exists(kept) || Files.mismatch(kept, file) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static List<Path> files(Path rules) throws IOException {
    try (var files = Files.list(rules)) {
      return files.filter(file -> file.toString().endsWith(".yml")).toList();
    }
  }

  /** The book that was kept, if there is one and it is whole. */
  Optional<RuleBook> load(RuleBooks ruleBooks) {
    return Files.isDirectory(folder)
            && ruleBooks.load(folder) instanceof RuleBooks.Loaded.Valid valid
        ? Optional.of(valid.book())
        : Optional.empty();
  }
}
