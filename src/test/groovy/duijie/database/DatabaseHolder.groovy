package duijie.database

import java.nio.file.Path

/** A process that runs the database of a folder, stores a row, and waits to be killed. */
class DatabaseHolder {

  static void main(String[] arguments) {
    def folder = DataFolder.open(Path.of(arguments[0]), false)
    def running = EmbeddedDatabase.start(folder)
    TestDatabase.execute(running.database(), 'create table if not exists visit (at timestamptz default now()); insert into visit default values')
    println "READY ${running.database().url()}"
    Thread.sleep(Long.MAX_VALUE)
  }
}
