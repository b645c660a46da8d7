package dateline.search.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The paths of pages on this server.
public final class Addresses {
  private Addresses() {}

  /// @param canonical a query string as [dateline.search.engine.CanonicalQuery] writes it
  static String search(String canonical) {
    String told = told(canonical);
    return told.isEmpty() ? "/search" : "/search?" + told;
  }

  /// Without what goes without saying.
  static String told(String canonical) {
    List<String> pairs = List.of(canonical.split("&"));
    boolean asks = pairs.stream().anyMatch(pair -> pair.startsWith("q="));
    String order = asks ? "sort=relevance" : "sort=newest";
    return pairs.stream()
        .filter(pair ->
            !pair.equals("collapse=duplicates")
                && !pair.equals("match=auto")
                && !pair.equals(order))
        .collect(Collectors.joining("&"));
  }

  /// Without any value of one parameter.
  static String without(String canonical, String parameter) {
    return Arrays.stream(canonical.split("&"))
        .filter(pair -> !pair.startsWith(parameter + "="))
        .collect(Collectors.joining("&"));
  }

  public static String article(ArticleId id) {
    return "/a/" + encoded(id.value());
  }

  /// The page of an entity; behind `/api/v1/entities` its data.
  public static String entity(EntityKind kind, String id) {
    String readable = encoded(id).replace("%3A", ":").replace("%7E", "~"); // a path may have both
    return "/" + kind.word() + "/" + readable;
  }

  /// An article together with the results to go back to.
  static String article(ArticleId id, String canonical) {
    String told = told(canonical);
    return told.isEmpty() ? article(id) : article(id) + "?search=" + encoded(told);
  }

  /// Any text as one segment of a path or one value of a query string.
  public static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
