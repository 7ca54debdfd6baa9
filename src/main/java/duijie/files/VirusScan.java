package duijie.files;

import java.nio.file.Path;

/** Looks through a file for what harms whoever opens it. */
public interface VirusScan {

  Verdict scan(Path file);

  /** What it found. */
  sealed interface Verdict {

    /** Nothing. */
    record Clean() implements Verdict {}

    /** Something. */
    record Harmful() implements Verdict {}

    /**
     * It could not be looked through.
     *
     * @param why for the log
     */
    record Unable(String why) implements Verdict {}
  }
}
