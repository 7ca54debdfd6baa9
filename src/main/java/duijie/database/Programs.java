package duijie.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs of PostgreSQL. They refuse to run as root, so for root they run in a user
 * namespace of their own, where they are nobody in particular yet still own their files.
 */
final class Programs {

  private static final long PATIENCE_SECONDS = 120;

  private final Path bin;
  private final List<String> prefix;

  private Programs(Path bin, List<String> prefix) {
    this.bin = bin;
    this.prefix = prefix;
  }

  /** The programs under this folder. */
  static Programs in(Path home) throws IOException {
    var bin = home.resolve("bin");
    if (!isRoot()) {
      return new Programs(bin, List.of());
    }
    var prefix = List.of("unshare", "-U");
    try {
      new Programs(Path.of(""), prefix).call(List.of("unshare", "-U", "true"));
    } catch (IOException e) {
      throw new CannotStart(
          "database-as-root",
          "PostgreSQL 不允许以 root 身份运行，这台机器也不允许为它另建用户空间。请改用普通用户启动。",
          "PostgreSQL does not run as root, and this machine allows it no user namespace of its own."
              + " Start as an ordinary user.",
          e);
    }
    return new Programs(bin, prefix);
  }

  /**
   * Runs a program to its end.
   *
   * @throws IOException with all that it printed when its exit code is not 0
   */
  void run(String program, String... arguments) throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    call(command);
  }

  private void call(List<String> command) throws IOException {
    // A file and no pipe: a server that is started inherits the output and would keep a pipe open.
    var output = Files.createTempFile("duijie-", ".out");
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().put("LC_ALL", "C");
      builder.environment().put("TZ", "UTC");
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      var process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command + " did not end in " + PATIENCE_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            String.join(" ", command)
                + " ended with "
                + process.exitValue()
                + ": "
                + new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static boolean isRoot() {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      return "root".equals(System.getProperty("user.name"));
    }
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid
          && uid == 0;
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
