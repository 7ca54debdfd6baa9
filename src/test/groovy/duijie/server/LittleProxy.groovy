package duijie.server

import javax.net.ssl.SSLContext

/** A reverse proxy as people put before a site: it says whose request it hands on, and whether that came over TLS. */
class LittleProxy implements AutoCloseable {

  private final ServerSocket listening
  private final SSLContext tls
  private final int upstream
  private final String own

  /**
   * @param tls what it is known by, or null where it takes plain HTTP
   * @param own the address, of this machine's own network, from which it asks the site
   */
  LittleProxy(int upstream, SSLContext tls, String own) {
    this.upstream = upstream
    this.tls = tls
    this.own = own
    def here = InetAddress.getByName('127.0.0.1')
    listening = tls == null ? new ServerSocket(0, 50, here) : tls.serverSocketFactory.createServerSocket(0, 50, here)
    Thread.startDaemon {
      while (!listening.closed) {
        try {
          def client = listening.accept()
          Thread.startDaemon { serve(client) }
        } catch (SocketException ignored) {
          return
        }
      }
    }
  }

  String getAddress() {
    "${tls == null ? 'http' : 'https'}://127.0.0.1:${listening.localPort}"
  }

  private void serve(Socket client) {
    client.withCloseable {
      def head = head(client.inputStream)
      if (head.empty) {
        return
      }
      def length = head.find { it.toLowerCase().startsWith('content-length:') }?.split(':')?.last()?.strip() as Integer ?: 0
      def body = client.inputStream.readNBytes(length)
      def forwarded = head.findAll { it.toLowerCase().startsWith('x-forwarded-for:') }.collect { it.split(':', 2)[1].strip() }
      def kept = head.findAll { line -> !['connection:', 'upgrade:', 'http2-settings:', 'x-forwarded-'].any { line.toLowerCase().startsWith(it) } }
      def added = ["X-Forwarded-For: ${(forwarded + client.inetAddress.hostAddress).join(', ')}", "X-Forwarded-Proto: ${tls == null ? 'http' : 'https'}", 'Connection: close']
      new Socket(InetAddress.getByName('127.0.0.1'), upstream, InetAddress.getByName(own), 0).withCloseable { site ->
        site.outputStream << (kept + added).collect { "$it\r\n" }.join('') + '\r\n'
        site.outputStream.write(body)
        site.outputStream.flush()
        site.inputStream.transferTo(client.outputStream)
        client.outputStream.flush()
      }
    }
  }

  /** The lines before the empty one. */
  private static List<String> head(InputStream from) {
    def bytes = new ByteArrayOutputStream()
    int read
    while (!bytes.toString('ISO-8859-1').endsWith('\r\n\r\n') && (read = from.read()) >= 0) {
      bytes.write(read)
    }
    bytes.toString('ISO-8859-1').split('\r\n').findAll { !it.empty }
  }

  @Override
  void close() {
    listening.close()
  }
}
