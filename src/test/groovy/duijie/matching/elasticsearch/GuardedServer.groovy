package duijie.matching.elasticsearch

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpsConfigurator
import com.sun.net.httpserver.HttpsServer
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import javax.net.ssl.SSLContext

/** A guard before a search server: it speaks TLS, and hands on what comes with a sign-in that it knows. */
class GuardedServer implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool()
  private final HttpClient upstream = HttpClient.newHttpClient()
  private final HttpsServer server
  private final URI guarded
  private final Set<String> welcome

  /**
   * @param welcome what is to stand in the header Authorization, one of these
   */
  GuardedServer(URI guarded, SSLContext tls, Set<String> welcome) {
    this.guarded = guarded
    this.welcome = welcome
    server = HttpsServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    server.httpsConfigurator = new HttpsConfigurator(tls)
    server.executor = threads
    server.createContext('/') { exchange -> exchange.withCloseable { answer(exchange) } }
    server.start()
  }

  URI getAddress() {
    URI.create("https://localhost:$server.address.port")
  }

  private void answer(HttpExchange exchange) {
    def asked = exchange.requestBody.readAllBytes()
    if (exchange.requestHeaders.getFirst('Authorization') !in welcome) {
      send(exchange, 401, '{"error":{"type":"security_exception","reason":"missing authentication credentials"},"status":401}'.bytes)
      return
    }
    def request = HttpRequest.newBuilder(guarded.resolve(exchange.requestURI))
      .method(exchange.requestMethod, HttpRequest.BodyPublishers.ofByteArray(asked))
    ['Accept', 'Content-Type'].each { name -> exchange.requestHeaders[name].each { request.header(name, it) } }
    def answer = upstream.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
    ['Content-Type', 'X-Elastic-Product'].each { name ->
      answer.headers().firstValue(name).ifPresent { exchange.responseHeaders.set(name, it) }
    }
    send(exchange, answer.statusCode(), answer.body())
  }

  private static void send(HttpExchange exchange, int status, byte[] body) {
    exchange.responseHeaders.set('X-Elastic-Product', 'Elasticsearch')
    exchange.responseHeaders.putIfAbsent('Content-Type', ['application/json'])
    exchange.sendResponseHeaders(status, exchange.requestMethod == 'HEAD' || body.length == 0 ? -1 : body.length)
    if (exchange.requestMethod != 'HEAD') {
      exchange.responseBody.write(body)
    }
  }

  @Override
  void close() {
    server.stop(0)
    threads.shutdownNow()
    upstream.close()
  }
}
