package dateline.search.access;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The proxies whose word counts about who asks. Whatever else a request says of where it came
/// from, anybody could have written.
public final class TrustedProxies {
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]+");
  private static final int OCTET_BITS = 8;

  private final List<Network> networks;

  /// Addresses that begin alike.
  private record Network(InetAddress address, int bits) {
    boolean holds(InetAddress other) {
      byte[] own = address.getAddress();
      byte[] given = other.getAddress();
      if (own.length != given.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % OCTET_BITS);
        if (((own[bit / OCTET_BITS] ^ given[bit / OCTET_BITS]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private TrustedProxies(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /// @param networks addresses, or networks in CIDR notation (RFC 4632) such as `10.0.0.0/8`
  /// @throws IllegalArgumentException when one is neither
  public static TrustedProxies of(List<String> networks) {
    return new TrustedProxies(networks.stream().map(TrustedProxies::network).toList());
  }

  private static Network network(String text) {
    int slash = text.indexOf('/');
    InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
    if (address != null) {
      int most = address.getAddress().length * OCTET_BITS;
      String bits = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
      if (bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= most) {
        return new Network(address, Integer.parseInt(bits));
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no address or network; write it as 10.0.0.7 or 10.0.0.0/8");
  }

  /// A literal address; null for anything else, so that no name is ever looked up.
  private static @Nullable InetAddress address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException _) { // such as 300.1.2.3
      return null;
    }
  }

  /// The address of who asks: that of the last one in the chain whom no trusted proxy stands for.
  ///
  /// @param connected who opened the connection
  /// @param forwarded `X-Forwarded-For`, in which each proxy adds whom it speaks for at the end;
  ///   may be null
  public String clientOf(String connected, @Nullable String forwarded) {
    String client = connected;
    if (forwarded == null || !isTrusted(client)) {
      return client;
    }
    for (String each : List.of(forwarded.split(",", -1)).reversed()) {
      InetAddress address = address(each.strip());
      if (address == null) {
        return client;
      }
      client = address.getHostAddress();
      if (!isTrusted(client)) {
        return client;
      }
    }
    return client;
  }

  private boolean isTrusted(String text) {
    InetAddress address = address(text);
    return address != null && networks.stream().anyMatch(network -> network.holds(address));
  }
}
