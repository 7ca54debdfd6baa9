package duijie.server;

import duijie.database.CannotStart;
import duijie.pages.Proxies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the server can be reached. Beyond this machine it is reached over TLS alone: its
 * own, or that of a proxy before it.
 *
 * @param host the address to listen on; {@link #LOOPBACK} is reached from this machine alone
 * @param port 0 for any free one
 * @param keystore what it is known by over TLS, or null where it speaks plain HTTP
 * @param proxies the addresses or networks of the proxies before it whose word is taken
 */
public record Listening(String host, int port, @Nullable Keystore keystore, List<String> proxies) {

  public static final String LOOPBACK = "127.0.0.1";

  private static final String PORT_IN_USE = "port-in-use";

  /** Below it ports are for administrators on many systems. */
  private static final int FIRST_FREE_PORT = 1024;

  public Listening {
    proxies = List.copyOf(proxies);
  }

  /** Plain HTTP, as is good enough on one's own machine. */
  public static Listening plain(String host, int port) {
    return new Listening(host, port, null, List.of());
  }

  /**
   * Looks at everything before anything is started.
   *
   * @throws CannotStart with a sentence for each thing that is wrong
   */
  void require(Instant now) {
    var problems = new ArrayList<CannotStart>();
    if (!local() && keystore == null && proxies.isEmpty()) {
      problems.add(plainBeyondHere());
    }
    if (keystore != null) {
      keystore.problem(now).ifPresent(problems::add);
    }
    wrongProxies(problems);
    bind(problems);
    if (problems.size() == 1) {
      throw problems.getFirst();
    }
    if (!problems.isEmpty()) {
      throw new CannotStart(
          "cannot-listen",
          problems.stream().map(CannotStart::chinese).collect(Collectors.joining("\n")),
          problems.stream().map(CannotStart::english).collect(Collectors.joining("\n")));
    }
  }

  /** What the framework has to know of it. */
  Map<String, Object> properties() {
    var properties = new HashMap<String, Object>();
    properties.put("micronaut.server.host", host);
    properties.put("micronaut.server.port", framed(port));
    if (keystore != null) {
      properties.put("micronaut.server.ssl.enabled", true);
      properties.put("micronaut.server.ssl.port", framed(port));
      properties.put(
          "micronaut.server.ssl.key-store.path", "file:" + keystore.file().toAbsolutePath());
      properties.put("micronaut.server.ssl.key-store.type", "PKCS12");
      properties.put("micronaut.server.ssl.key-store.password", keystore.password());
    }
    // A proxy may stand on this very machine: then the names are those that it is known by.
    properties.put("duijie.loopback", local() && proxies.isEmpty());
    properties.put("duijie.proxies", proxies);
    return properties;
  }

  /** Any free port, as the framework says it. */
  private static int framed(int port) {
    return port == 0 ? -1 : port;
  }

  /** Where to open it in a browser, once it listens on this port. */
  URI address(int open) {
    try {
      var any = host.equals("0.0.0.0") || host.equals("::");
      var name = any || local() ? "localhost" : host;
      return new URI(keystore == null ? "http" : "https", null, name, open, "/", null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether only this machine reaches the address. */
  boolean local() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  CannotStart portInUse() {
    boolean low = port < FIRST_FREE_PORT;
    return new CannotStart(
        PORT_IN_USE,
        "端口 "
            + port
            + " 不能使用，可能已被别的程序占用。请用 --port 换一个端口。"
            + (low ? "1024 以下的端口在许多系统上只有管理员能用。" : ""),
        "Port "
            + port
            + " cannot be used; another program may have it. Name another one with --port."
            + (low ? " Ports below 1024 are for administrators on many systems." : ""));
  }

  private CannotStart plainBeyondHere() {
    return new CannotStart(
        "plain-beyond-localhost",
        "地址 "
            + host
            + " 可从别的电脑访问，而没有加密的 http 会让密码在路上被人看到，所以没有启动。"
            + "请用 --keystore 给出证书；或者放在反向代理后面，用 --behind-proxy 给出代理的地址；"
            + "只在本机使用就去掉 --host。",
        "Other computers reach the address "
            + host
            + ", and plain HTTP would show them passwords on their way: not started. Name a certificate"
            + " with --keystore; or put it behind a proxy, named with --behind-proxy; or leave --host"
            + " out to use it on this machine alone.");
  }

  private void wrongProxies(List<CannotStart> problems) {
    for (var proxy : proxies) {
      try {
        Proxies.of(List.of(proxy));
      } catch (IllegalArgumentException e) {
        problems.add(
            new CannotStart(
                "bad-proxy",
                "--behind-proxy 应是反向代理的 IP 地址或网段，如 10.0.0.5 或 10.0.0.0/24：" + proxy,
                "--behind-proxy takes the address or the network of a proxy, such as 10.0.0.5 or"
                    + " 10.0.0.0/24: "
                    + proxy));
      }
    }
  }

  /** Whether the address is one of this machine's, and then whether the port is free. */
  private void bind(List<CannotStart> problems) {
    try {
      tryBinding(0);
    } catch (IOException e) {
      problems.add(
          new CannotStart(
              "bad-host",
              "本机没有这个地址：" + host + "。请检查 --host。",
              "This machine has no such address: " + host + ". See --host."));
      return;
    }
    try {
      tryBinding(port);
    } catch (IOException e) {
      problems.add(portInUse());
    }
  }

  private void tryBinding(int number) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), number));
    }
  }
}
