package duijie.matching.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.SimpleJsonpMapper;
import co.elastic.clients.transport.TransportUtils;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import duijie.matching.IndexUnavailable;
import duijie.matching.SearchCluster;
import duijie.matching.SearchCluster.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/** The way to the servers. No call takes longer than it may, whatever they do. */
final class Connection implements AutoCloseable {

  /** How long a question may take. */
  static final Duration QUESTION = Duration.ofSeconds(5);

  /** How long a change may take. */
  static final Duration CHANGE = Duration.ofSeconds(30);

  private static final int CONNECT_MILLIS = 2_000;

  /** As many as a busy site asks at a time. */
  private static final int CONNECTIONS = 64;

  /** What a server says that is not able to answer now. */
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

  /** What a server says to a question that is wrong in itself, or about what is not there. */
  private static final Set<Integer> OURS = Set.of(400, 404);

  private final RestClient http;
  private final ElasticsearchAsyncClient client;

  Connection(SearchCluster cluster) {
    var hosts =
        cluster.addresses().stream()
            .map(address -> HttpHost.create(address.toString()))
            .toArray(HttpHost[]::new);
    var builder =
        RestClient.builder(hosts)
            .setRequestConfigCallback(
                request ->
                    request
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setSocketTimeout((int) CHANGE.toMillis()));
    var authority = cluster.authority();
    SSLContext trusted = authority == null ? null : trusting(authority);
    builder.setHttpClientConfigCallback(
        asynchronous -> {
          asynchronous.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS);
          return trusted == null ? asynchronous : asynchronous.setSSLContext(trusted);
        });
    var sign = cluster.sign();
    if (sign != null) {
      builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", header(sign))});
    }
    http = builder.build();
    client = new ElasticsearchAsyncClient(new RestClientTransport(http, new SimpleJsonpMapper()));
  }

  /**
   * Asks, and waits so long for the answer.
   *
   * @throws IndexUnavailable where there is no answer for now
   * @throws ElasticsearchException where the answer is that this can't be
   */
  <A> A ask(Duration limit, Function<ElasticsearchAsyncClient, CompletableFuture<A>> question) {
    var answer = question.apply(client);
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IndexUnavailable("no answer within " + limit.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IndexUnavailable("interrupted", e);
    }
  }

  @Override
  public void close() {
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a server that says so may do otherwise later. */
  static boolean later(int status) {
    return LATER.contains(status);
  }

  /** Who is not let in, or asks servers that fail, may be answered later; a wrong question not. */
  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof ElasticsearchException refusal && OURS.contains(refusal.status())) {
      return refusal;
    }
    return cause instanceof IOException || cause instanceof ElasticsearchException
        ? new IndexUnavailable(String.valueOf(cause.getMessage()), cause)
        : new IllegalStateException(cause);
  }

  private static @Nullable SSLContext trusting(Path authority) {
    try {
      return TransportUtils.sslContextFromHttpCaCrt(authority.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(SignIn sign) {
    return switch (sign) {
      case SignIn.Key(var encoded) -> "ApiKey " + encoded;
      case SignIn.Password(var user, var password) ->
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    };
  }
}
