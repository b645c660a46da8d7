package dateline.search.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes parameters as RFC 3986 asks, and reads them as forms send them.
public final class QueryString {
  private QueryString() {}

  /// The values of each parameter, in the order in which they stand.
  ///
  /// @throws IllegalArgumentException when a per cent sign stands for nothing
  public static Map<String, List<String>> read(String query) {
    var parameters = new LinkedHashMap<String, List<String>>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int sign = pair.indexOf('=');
        String name = sign < 0 ? pair : pair.substring(0, sign);
        String value = sign < 0 ? "" : pair.substring(sign + 1);
        parameters
            .computeIfAbsent(URLDecoder.decode(name, UTF_8), _ -> new ArrayList<>())
            .add(URLDecoder.decode(value, UTF_8));
      }
    }
    return parameters;
  }

  /// In the order of the names; the values of each are sorted.
  static String of(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .flatMap(parameter ->
            parameter.getValue().stream()
                .sorted()
                .map(value -> parameter.getKey() + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  /// Leaves what RFC 3986 leaves, and commas and colons, which a query may hold as they are.
  private static String encoded(String value) {
    var encoded = new StringBuilder();
    for (byte octet : value.getBytes(UTF_8)) {
      char character = (char) (octet & 0xff);
      boolean isPlain =
          (character >= 'a' && character <= 'z')
              || (character >= 'A' && character <= 'Z')
              || (character >= '0' && character <= '9')
              || "-._~,:".indexOf(character) >= 0;
      encoded.append(isPlain ? Character.toString(character) : "%%%02X".formatted(octet & 0xff));
    }
    return encoded.toString();
  }
}
