package dateline.search.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes parameters as RFC 3986 asks, and reads what was written so.
final class QueryString {
  private QueryString() {}

  /// In the order of the names; the values of each are sorted.
  static String of(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .flatMap(parameter ->
            parameter.getValue().stream()
                .sorted()
                .map(value -> parameter.getKey() + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  /// @throws IllegalArgumentException when it was not written by [#of]
  static Map<String, List<String>> parse(String text) {
    var parameters = new LinkedHashMap<String, List<String>>();
    for (String pair : text.isEmpty() ? List.<String>of() : List.of(text.split("&"))) {
      int sign = pair.indexOf('=');
      if (sign < 0) {
        throw new IllegalArgumentException("'" + pair + "' is no parameter with a value");
      }
      parameters
          .computeIfAbsent(pair.substring(0, sign), _ -> new ArrayList<>())
          .add(URLDecoder.decode(pair.substring(sign + 1), UTF_8));
    }
    return parameters;
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
