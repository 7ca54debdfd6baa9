package duijie.pages;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose word is taken for where a request comes from. Anybody can write any address
 * into a header; only what such a proxy itself saw counts.
 */
public final class Proxies {

  /** No proxy: a request comes from where its connection comes from. */
  public static final Proxies NONE = new Proxies(List.of());

  private final List<IpSubnetFilterRule> networks;

  private Proxies(List<IpSubnetFilterRule> networks) {
    this.networks = networks;
  }

  /**
   * The proxies of these addresses ({@code 10.0.0.5}) and networks ({@code 10.0.0.0/24}).
   *
   * @throws IllegalArgumentException whose message is what is neither
   */
  public static Proxies of(List<String> addresses) {
    return new Proxies(addresses.stream().map(Proxies::network).toList());
  }

  private static IpSubnetFilterRule network(String written) {
    int slash = written.indexOf('/');
    var address =
        address(slash < 0 ? written : written.substring(0, slash))
            .orElseThrow(() -> new IllegalArgumentException(written));
    int bits = 8 * address.getAddress().length;
    try {
      int prefix = slash < 0 ? bits : Integer.parseInt(written.substring(slash + 1));
      // A prefix of nothing would trust the whole world.
      if (prefix < 1 || prefix > bits) {
        throw new IllegalArgumentException(written);
      }
      return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(written, e);
    }
  }

  boolean none() {
    return networks.isEmpty();
  }

  boolean trusts(InetAddress address) {
    var there = new InetSocketAddress(address, 0);
    return networks.stream().anyMatch(network -> network.matches(there));
  }

  /**
   * Where a request really comes from: the last address that was written down by somebody trusted
   * and is not itself a proxy of ours.
   *
   * @param peer who is at the other end of the connection
   * @param forwarded what the headers {@code X-Forwarded-For} say, in their order
   */
  InetAddress client(InetAddress peer, List<String> forwarded) {
    var hops = new ArrayList<String>();
    forwarded.forEach(line -> hops.addAll(List.of(line.split(",", -1))));
    var seen = peer;
    while (trusts(seen) && !hops.isEmpty()) {
      var before = address(withoutPort(hops.removeLast().strip()));
      if (before.isEmpty()) {
        break;
      }
      seen = before.get();
    }
    return seen;
  }

  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      return hop.replaceFirst("^\\[(.*?)](:\\d+)?$", "$1");
    }
    return hop.replaceFirst("^([\\d.]+):\\d+$", "$1");
  }

  /** Never asks a name server: a header must not make this machine look something up. */
  private static Optional<InetAddress> address(String literal) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(literal.strip());
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
