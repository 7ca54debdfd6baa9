package duijie.database

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicInteger

/**
 * One embedded PostgreSQL for all specs of this run; each spec asks for a database of its own in it. It is the product's
 * own embedded database, durable and all, in a temporary data folder that goes with the run.
 */
class TestDatabase {

  private static final AtomicInteger NUMBER = new AtomicInteger()
  private static EmbeddedDatabase running

  /** A fresh database with all tables and nothing in them. */
  static synchronized Database fresh() {
    if (running == null) {
      start()
    }
    def name = "spec_${NUMBER.incrementAndGet()}"
    execute(running.database(), "create database $name template blank")
    named(name)
  }

  /** What a Micronaut context needs to know to use a fresh database. */
  static Map<String, Object> properties() {
    fresh().properties()
  }

  static void execute(Database database, String sql) {
    database.connect().withCloseable { it.createStatement().execute(sql) }
  }

  private static void start() {
    def folder = DataFolder.open(Files.createTempDirectory('duijie-specs-'), true)
    running = EmbeddedDatabase.start(folder)
    Runtime.runtime.addShutdownHook(new Thread({
      running.close()
      folder.close()
      Folders.delete(folder.path())
    }))
    execute(running.database(), 'create database blank')
    named('blank').migrate()
  }

  private static Database named(String name) {
    def database = running.database()
    new Database(database.url().replace('/postgres?', "/$name?"), database.user(), database.password())
  }
}
