package duijie.server

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption

/** A disk of its own, small enough to be filled. To make one takes root. */
class SmallDisk implements Closeable {

  static final boolean POSSIBLE = System.getProperty('user.name') == 'root' && Files.exists(Path.of('/dev/loop-control'))

  final Path folder = Files.createTempDirectory('duijie-disk-')
  private final Path image = Files.createTempFile('duijie-disk-', '.img')
  private final Path ballast = folder.resolve('ballast')

  SmallDisk(int megabytes) {
    run('truncate', '-s', "${megabytes}M", image)
    run('mkfs.ext4', '-q', '-m', '0', image)
    run('mount', '-o', 'loop', image, folder)
  }

  /** Leaves no room at all. */
  void fill() {
    Files.newByteChannel(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND).withCloseable { file ->
      [1 << 20, 4096, 1].each { size ->
        try {
          while (true) {
            file.write(java.nio.ByteBuffer.allocate(size))
          }
        } catch (IOException full) {
          assert full.message.contains('No space')
        }
      }
    }
  }

  /** Makes room again. */
  void empty() {
    Files.delete(ballast)
  }

  @Override
  void close() {
    run('umount', '-l', folder)
    Files.delete(folder)
    Files.delete(image)
  }

  private static void run(Object... command) {
    def process = new ProcessBuilder(command*.toString()).redirectErrorStream(true).start()
    def said = process.inputStream.text
    assert process.waitFor() == 0: said
  }
}
