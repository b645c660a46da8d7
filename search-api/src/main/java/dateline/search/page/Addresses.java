package dateline.search.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The paths of pages on this server.
public final class Addresses {
  private Addresses() {}

  /// @param canonical a query string as [dateline.search.engine.CanonicalQuery] writes it
  static String search(String canonical) {
    String told = told(canonical);
    return told.isEmpty() ? "/search" : "/search?" + told;
  }

  /// All that a search finds, as a file.
  ///
  /// @param suffix of the file's name, without the dot
  public static String export(String suffix, String canonical) {
    return "/api/v1/search." + suffix + "?" + ofWhole(canonical);
  }

  /// The newest that a search finds, as an Atom feed.
  public static String feed(String canonical) {
    return "/api/v1/search.atom?" + without(ofWhole(canonical), "sort");
  }

  /// Without what says how much of a list a page shows.
  private static String ofWhole(String canonical) {
    String whole = without(canonical, "collapse");
    for (String parameter : List.of("limit", "snippets", "highlight", "facet", "suggest")) {
      whole = without(whole, parameter);
    }
    return whole;
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

  /// One version of an article.
  public static String version(ArticleId id, int number) {
    return article(id) + "?version=" + number;
  }

  /// One sentence of the body, on the article's page.
  ///
  /// @param number from 0
  public static String sentence(ArticleId id, int number) {
    return article(id) + "#" + sentence(number);
  }

  static String sentence(int number) {
    return "s" + number;
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

  /// An address on the web as it is; null for any other: a `javascript:` address in an archive must
  /// not become a link.
  static @Nullable String web(@Nullable String url) {
    return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
  }

  /// Any text as one segment of a path or one value of a query string.
  public static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
