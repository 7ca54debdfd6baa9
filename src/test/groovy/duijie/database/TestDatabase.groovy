package duijie.database

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicInteger

/**
 * One embedded PostgreSQL for all specs of this run; each spec asks for a database of its own in it. It is the product's
 * own embedded database, durable and all, in a temporary data folder that goes with the run.
 */
class TestDatabase {

  private static final AtomicInteger NUMBER = new AtomicInteger()
  private static EmbeddedDatabase running
  private static Path folder

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
    asApplication(fresh()).properties()
  }

  /** The database as the application sees it, which may not do everything. */
  static Database asApplication(Database database) {
    database.as('duijie_app', Files.readString(folder.resolve('password-app')).strip())
  }

  /** Drops a database that no other feature uses: so many would take long to close. */
  static void drop(Database database) {
    def name = database.connect().withCloseable { it.catalog }
    execute(running.database(), "drop database $name with (force)")
  }

  static void execute(Database database, String sql) {
    database.connect().withCloseable { it.createStatement().execute(sql) }
  }

  private static void start() {
    def data = DataFolder.open(Files.createTempDirectory('duijie-specs-'), true)
    folder = data.path()
    running = EmbeddedDatabase.start(data)
    Runtime.runtime.addShutdownHook(new Thread({
      running.close()
      data.close()
      Folders.delete(folder)
    }))
    execute(running.database(), 'create database blank')
    named('blank').migrate()
  }

  private static Database named(String name) {
    def database = running.database()
    new Database(database.url().replace('/postgres?', "/$name?"), database.user(), database.password())
  }
}
