package duijie.server;

import duijie.matching.Matching;
import duijie.matching.RuleBooks;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a changed rule book into use while the service runs. A broken one changes nothing: its
 * mistakes are in the log, each with its place, and the last good book stays in force.
 */
@Singleton
class RuleBookWatch {

  private static final Logger LOG = LoggerFactory.getLogger(RuleBookWatch.class);
  private static final long SECONDS = 2;

  private final Knowledge knowledge;
  private final Matching matching;
  private String seen;

  RuleBookWatch(Knowledge knowledge, Matching matching) {
    this.knowledge = knowledge;
    this.matching = matching;
    this.seen = look();
  }

  /** Looks every two seconds from now on, until the answer is closed. */
  ScheduledExecutorService start() {
    var timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rule-book").factory());
    timer.execute(this::keep);
    var unused = timer.scheduleWithFixedDelay(this::check, SECONDS, SECONDS, TimeUnit.SECONDS);
    return timer;
  }

  /** Keeps a copy of the book in force, if it is the one in the folder. */
  void keep() {
    var folder = knowledge.folder();
    var lastGood = knowledge.lastGood();
    if (folder != null && lastGood != null) {
      lastGood.keep(folder, matching.ruleBook(), knowledge.ruleBooks());
    }
  }

  /** Loads the book if its files are not what they were. */
  synchronized void check() {
    try {
      var now = look();
      if (!now.equals(seen)) {
        seen = now;
        reload();
      }
    } catch (RuntimeException | Error e) {
      // Whatever a file does to the loader, the watch goes on: a scheduled task that throws is
      // never run again.
      LOG.error("the rule book could not be looked at", e);
    }
  }

  private void reload() {
    var folder = knowledge.folder();
    if (folder == null) {
      return;
    }
    switch (knowledge.ruleBooks().load(folder)) {
      case RuleBooks.Loaded.Broken broken -> {
        Knowledge.report(folder, broken.errors());
        LOG.error("the rule book in force stays as it was");
      }
      case RuleBooks.Loaded.Valid valid -> {
        var current = matching.ruleBook();
        if (valid.book().version().equals(current.version())) {
          return;
        }
        if (valid.book().vocabulary().version().equals(current.vocabulary().version())) {
          matching.use(valid.book());
          LOG.info("rule book {} is in force", valid.book().version());
          keep();
        } else {
          LOG.warn("the vocabulary was changed: restart to put the new rule book in force");
        }
      }
    }
  }

  /** Names, sizes and times of the files. */
  private String look() {
    var folder = knowledge.folder();
    if (folder == null) {
      return "";
    }
    var files = new TreeMap<String, String>();
    try (var entries = Files.list(folder)) {
      for (Path file : entries.toList()) {
        files.put(
            file.toString(), Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis());
      }
    } catch (IOException e) {
      return "unreadable";
    }
    return files.toString();
  }
}
