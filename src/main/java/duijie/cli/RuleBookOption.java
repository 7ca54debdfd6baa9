package duijie.cli;

import duijie.matching.RuleBook;
import duijie.matching.RuleBooks;
import duijie.matching.RuleBooks.Loaded;
import duijie.shared.FileError;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which rule book a command uses: the folder that was named, else the one beside the program, else
 * the shipped copy.
 */
final class RuleBookOption {

  private RuleBookOption() {}

  /** The folder that would be used, or null for the shipped copy. */
  static @Nullable Path folder(@Nullable Path named) {
    if (named != null) {
      return named;
    }
    var home = System.getProperty("duijie.home");
    if (home == null) {
      return null;
    }
    var beside = Path.of(home, "matching-rules");
    return Files.isDirectory(beside) ? beside : null;
  }

  /** Loads the book; a broken one ends the command with every error at its place. */
  static RuleBook load(@Nullable Path named, RuleBooks books, Console console) {
    var folder = folder(named);
    if (folder == null) {
      return books.shipped();
    }
    if (!Files.isDirectory(folder)) {
      throw new Refused(ExitCode.WRONG_USAGE, console.messages().get("no-such-folder", folder));
    }
    return switch (books.load(folder)) {
      case Loaded.Valid valid -> valid.book();
      case Loaded.Broken broken -> {
        broken.errors().forEach(error -> console.sayPlain(line(error, console.messages())));
        throw new Refused(
            ExitCode.PROBLEMS, console.messages().get("rules.broken", broken.errors().size()));
      }
    };
  }

  /** {@code file:line:column: sentence [code]}. */
  static String line(FileError error, Messages messages) {
    var sentence = messages.chinese() ? error.sentence() : error.english();
    return error.place() + ": " + sentence + " [" + error.code() + "]";
  }
}
