package duijie.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to serve.
 *
 * @param listening where and how it can be reached
 * @param data the data folder
 * @param demonstration whether an empty data folder is filled with the demonstration county
 * @param rules the folder of the rule book, or null for the one that ships with the product
 */
public record Options(Listening listening, Path data, boolean demonstration, @Nullable Path rules) {

  public static final String LOOPBACK = Listening.LOOPBACK;

  /** Plain HTTP, as is good enough on one's own machine. */
  public Options(String host, int port, Path data, boolean demonstration, @Nullable Path rules) {
    this(Listening.plain(host, port), data, demonstration, rules);
  }
}
