package duijie.database

import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** Another Java process of this run's class path, to be killed. */
class ChildJvm implements AutoCloseable {

  final Process process
  private final List<String> lines = Collections.synchronizedList([])

  ChildJvm(Class<?> main, List<String> arguments, List<String> options = []) {
    def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
    def command = [java, '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-cp', System.getProperty('java.class.path')] + options + [main.name] + arguments
    process = new ProcessBuilder(command).redirectErrorStream(true).start()
    Thread.startDaemon { process.inputStream.eachLine { lines << it } }
  }

  /** Waits until a line of its output begins so. */
  String line(String beginning, int seconds = 60) {
    def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
    while (System.nanoTime() < deadline) {
      def found = output().find { it.startsWith(beginning) }
      if (found != null) {
        return found
      }
      if (!process.alive && !lines.any { it.startsWith(beginning) }) {
        Thread.sleep(100)
        assert output().any { it.startsWith(beginning) }, "ended with ${process.exitValue()}: ${output().join('\n')}"
      }
      Thread.sleep(5)
    }
    throw new AssertionError((Object) "nothing said '$beginning': ${output().join('\n')}")
  }

  List<String> output() {
    synchronized (lines) { lines.collect() }
  }

  /** The processes that it started and that still run: the watchdog. */
  List<ProcessHandle> children() {
    process.toHandle().children().toList()
  }

  /** SIGKILL: it learns nothing of it. */
  void kill() {
    process.destroyForcibly()
    process.waitFor()
  }

  /** SIGTERM, then its exit code. */
  int terminate() {
    process.destroy()
    assert process.waitFor(60, TimeUnit.SECONDS)
    process.exitValue()
  }

  @Override
  void close() {
    if (process.alive) {
      kill()
    }
  }

  /** The processes of PostgreSQL that run on this folder. */
  static List<ProcessHandle> postgres(Path folder) {
    ProcessHandle.allProcesses().filter { handle ->
      handle.info().command().orElse('').endsWith('/postgres') &&
          (handle.info().arguments().orElse(new String[0]) as List).any { it.startsWith(folder.toRealPath().toString()) }
    }.toList()
  }

  /** Waits until no PostgreSQL runs on this folder. */
  static boolean allGone(Path folder, int seconds = 20) {
    def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
    while (System.nanoTime() < deadline) {
      if (postgres(folder).empty) {
        return true
      }
      Thread.sleep(20)
    }
    false
  }
}
