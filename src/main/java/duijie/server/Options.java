package duijie.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to serve.
 *
 * @param host the address to listen on; {@link #LOOPBACK} is reached from this machine alone
 * @param port 0 for any free one
 * @param data the data folder
 * @param demonstration whether an empty data folder is filled with the demonstration county
 * @param rules the folder of the rule book, or null for the one that ships with the product
 */
public record Options(
    String host, int port, Path data, boolean demonstration, @Nullable Path rules) {

  public static final String LOOPBACK = "127.0.0.1";

  /** Whether only this machine reaches the address. */
  boolean local() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
