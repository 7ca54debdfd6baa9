package duijie.server

/** The way to a server, which can be cut through and frozen. */
class Wire implements AutoCloseable {

  enum State {
    WHOLE, CUT, FROZEN
  }

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.loopbackAddress)
  private final Set<Socket> open = Collections.synchronizedSet([] as Set<Socket>)
  private final URI server
  private volatile State state = State.WHOLE

  Wire(URI server) {
    this.server = server
    Thread.startDaemon {
      while (!listening.closed) {
        try {
          join(listening.accept())
        } catch (SocketException ignored) {
          // closed
        }
      }
    }
  }

  URI getAddress() {
    URI.create("http://127.0.0.1:$listening.localPort")
  }

  /** What is under way goes with a cut, and waits while it is frozen. */
  void become(State other) {
    state = other
    if (other == State.CUT) {
      end()
    }
  }

  private void join(Socket client) {
    if (state == State.CUT) {
      client.close()
      return
    }
    def upstream = new Socket(server.host, server.port)
    open.addAll([client, upstream])
    pump(client, upstream)
    pump(upstream, client)
  }

  private void pump(Socket from, Socket to) {
    Thread.startDaemon {
      try {
        def some = new byte[65536]
        for (int read = from.inputStream.read(some); read >= 0; read = from.inputStream.read(some)) {
          while (state == State.FROZEN) {
            Thread.sleep(10)
          }
          to.outputStream.write(some, 0, read)
          to.outputStream.flush()
        }
      } catch (IOException ignored) {
        // cut through
      } finally {
        [from, to]*.close()
        open.removeAll([from, to])
      }
    }
  }

  private void end() {
    synchronized (open) {
      open*.close()
    }
  }

  @Override
  void close() {
    listening.close()
    end()
  }
}
