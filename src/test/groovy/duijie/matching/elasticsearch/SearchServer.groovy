package duijie.matching.elasticsearch

import duijie.matching.SearchCluster
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

/**
 * A real Elasticsearch node in a process of its own, one for all specs of this run. It chooses its ports itself, has a folder of
 * its own, and goes with the run, however that ends: a shell beside it waits for the end of what the run never writes to.
 */
class SearchServer implements Closeable {

  private static final int PATIENCE_SECONDS = 180
  private static final AtomicInteger NAMES = new AtomicInteger()
  private static SearchServer shared

  private static final String WATCH = '''
    # Whoever interrupts the whole run interrupts this, too: it has to tidy up all the same.
    trap : INT TERM HUP
    work=$1; shift
    "$@" >"$work/out" 2>&1 </dev/null &
    echo $! >"$work/pid"
    cat >/dev/null
    kill $! 2>/dev/null
    for i in $(seq 100); do kill -0 $! 2>/dev/null || break; sleep 0.1; done
    kill -9 $! 2>/dev/null
    sleep 0.5
    rm -rf "$work"
  '''

  /** Whatever else runs on this machine may have left little room; that is no reason not to answer the specs. */
  private static final List<String> ROOM_ASIDE = ['-Ecluster.routing.allocation.disk.threshold_enabled=false']

  final Path work = Files.createTempDirectory('duijie-search-')
  private final Process watch
  private URI address

  /** The node of this run; the first who asks waits until it answers. */
  static synchronized SearchServer shared() {
    if (shared == null) {
      shared = new SearchServer()
      addShutdownHook { shared.close() }
    }
    shared.awaitAnswer()
    shared
  }

  /** Starts one; it is not waited for. */
  SearchServer() {
    this(0, null, ROOM_ASIDE)
  }

  /**
   * Starts one; it is not waited for.
   *
   * @param data the folder that it keeps after its end; null for one that goes with it
   */
  SearchServer(int port, Path data, List<String> settings) {
    ['data', 'logs', 'tmp'].each { Files.createDirectory(work.resolve(it)) }
    def home = Path.of(System.getProperty('elasticsearch.home'))
    def command = [home.resolve('bin/elasticsearch'), '-Ediscovery.type=single-node', "-Ehttp.port=$port", '-Etransport.port=0',
        '-Expack.security.enabled=false', "-Epath.data=${data ?: work.resolve('data')}", "-Epath.logs=$work/logs", *settings]*.toString()
    // The server refuses to be started by root, even where there is nobody else.
    def asOther = System.getProperty('user.name') == 'root' ? ['unshare', '-U', '--map-user=1000', '--map-group=1000'] : []
    def builder = new ProcessBuilder(['sh', '-c', WATCH, 'search-server', work.toString()] + asOther + command)
    builder.environment().remove('JAVA_HOME')
    builder.environment().putAll(ES_JAVA_HOME: System.getProperty('java.home'), ES_TMPDIR: "$work/tmp".toString(),
        ES_JAVA_OPTS: '-Xms512m -Xmx512m -XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC',
        CLI_JAVA_OPTS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC')
    watch = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start()
  }

  /** Waits until it answers. */
  URI awaitAnswer() {
    def begun = System.nanoTime()
    while (address == null) {
      def said = Files.exists(work.resolve('out')) ? Files.readString(work.resolve('out')) : ''
      def port = said =~ /AbstractHttpServerTransport.* publish_address \{[^}]*:(\d+)}/
      if (port.find() && said.contains('] started ')) {
        address = URI.create("http://127.0.0.1:${port.group(1)}")
      } else if (!watch.alive || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new IllegalStateException("the search server does not start: $said")
      } else {
        Thread.sleep(50)
      }
    }
    address
  }

  /** Where it is, with names for indexes that nobody else uses. */
  SearchCluster cluster(int shards = 1) {
    new SearchCluster([awaitAnswer()], null, null, "spec-${NAMES.incrementAndGet()}", shards, 0)
  }

  /** Kills it, as a power cut would. */
  void kill() {
    def all = processes()
    all*.destroyForcibly()
    all*.onExit()*.get(30, TimeUnit.SECONDS)
  }

  /** Stops it in its tracks: it is there, and does nothing. */
  void freeze() {
    signal('STOP')
  }

  /** Has it go on. */
  void thaw() {
    signal('CONT')
  }

  private void signal(String name) {
    assert new ProcessBuilder(['kill', "-$name" as String] + processes().collect { it.pid() as String }).start().waitFor() == 0
  }

  /** What starts it, and the server itself. */
  private List<ProcessHandle> processes() {
    def starter = ProcessHandle.of(Files.readString(work.resolve('pid')).strip() as long)
    starter.map { [it] + it.descendants().toList() }.orElse([])
  }

  @Override
  void close() {
    watch.outputStream.close()
    watch.waitFor(30, TimeUnit.SECONDS)
  }
}
