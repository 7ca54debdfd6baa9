package duijie.database

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** Another Java process of this run's class path, to be killed. */
class ChildJvm implements AutoCloseable {

  final Process process
  private final List<String> lines = Collections.synchronizedList([])

  ChildJvm(Class<?> main, List<String> arguments, List<String> options = [], Map<String, String> environment = [:]) {
    def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
    def command = [java, '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-cp', System.getProperty('java.class.path')] + options + [main.name] + arguments
    def builder = new ProcessBuilder(command).redirectErrorStream(true)
    builder.environment().putAll(environment)
    process = builder.start()
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

  /** Waits until a line begins as one of these do, or until it has ended. */
  void lineOrEnd(String... beginnings) {
    def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
    while (process.alive && System.nanoTime() < deadline && !output().any { line -> beginnings.any { line.startsWith(it) } }) {
      if (beginnings.any { it.empty }) {
        return
      }
      Thread.sleep(1)
    }
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

  /** The main processes of PostgreSQL that run on this folder. */
  static List<ProcessHandle> postgres(Path folder) {
    processes(folder).findAll { handle ->
      (handle.info().arguments().orElse(new String[0]) as List).contains(folder.toRealPath().resolve('database').toString())
    }
  }

  /** All processes that work in this folder's database, whatever became of their parent. */
  static List<ProcessHandle> processes(Path folder) {
    def cluster = folder.resolve('database')
    ProcessHandle.allProcesses().filter { handle ->
      try {
        Files.readSymbolicLink(Path.of("/proc/${handle.pid()}/cwd")) == (Files.exists(cluster) ? cluster.toRealPath() : cluster)
      } catch (IOException ignored) {
        false // it has ended, or is somebody else's
      }
    }.toList()
  }

  /** Waits until no PostgreSQL runs on this folder. */
  static boolean allGone(Path folder, int seconds = 20) {
    def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
    while (System.nanoTime() < deadline) {
      if (processes(folder).empty) {
        return true
      }
      Thread.sleep(20)
    }
    false
  }
}
