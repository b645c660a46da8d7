package dateline.search.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.corpus.ArticleId;
import java.net.URLEncoder;

/// The paths of pages on this server.
public final class Addresses {
  private Addresses() {}

  /// @param canonical a query string as [dateline.search.engine.CanonicalQuery] writes it
  static String search(String canonical) {
    return "/search?" + canonical;
  }

  public static String article(ArticleId id) {
    return "/a/" + encoded(id.value());
  }

  /// An article together with the results to go back to.
  static String article(ArticleId id, String canonical) {
    return article(id) + "?search=" + encoded(canonical);
  }

  /// Any text as one segment of a path or one value of a query string.
  public static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
