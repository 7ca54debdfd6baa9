package duijie.server;

import duijie.database.CannotStart;
import duijie.database.DataFolder;
import duijie.database.Database;
import duijie.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The database of an installation, for its care: the configured one, the one that a running server
 * works with, or else the data folder's own, started for as long as this is open. Its tables are
 * left as they are.
 */
public final class OpenDatabase implements AutoCloseable {

  private final Database database;
  private final boolean inUse;
  private final Deque<Runnable> closing;

  private OpenDatabase(Database database, boolean inUse, Deque<Runnable> closing) {
    this.database = database;
    this.inUse = inUse;
    this.closing = closing;
  }

  /**
   * Opens the database of a data folder, unless the environment names another.
   *
   * @throws CannotStart when there is no such folder, or its database does not start
   */
  public static OpenDatabase of(Path data) {
    var external = ExternalDatabase.configured();
    if (external.isPresent()) {
      return new OpenDatabase(external.get(), true, new ArrayDeque<>());
    }
    if (!DataFolder.existsAt(data)) {
      throw new CannotStart(
          "no-data-folder",
          "没有数据目录 " + data + "。请用 --data 指定。",
          "There is no data folder " + data + ". Name it with --data.");
    }
    var closing = new ArrayDeque<Runnable>();
    try {
      var folder = DataFolder.open(data, false);
      closing.push(folder::close);
      var embedded = EmbeddedDatabase.start(folder);
      closing.push(embedded::close);
      return new OpenDatabase(embedded.database(), false, closing);
    } catch (CannotStart e) {
      closing.forEach(Runnable::run);
      if (!e.code().equals("data-folder-in-use")) {
        throw e;
      }
      var running = EmbeddedDatabase.runningOn(data);
      return new OpenDatabase(running.orElseThrow(() -> e), true, closing);
    }
  }

  /** As the owner of the tables connects to it. */
  public Database database() {
    return database;
  }

  /** Whether a server may be working with it. */
  public boolean inUse() {
    return inUse;
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }
}
