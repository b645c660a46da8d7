package dateline.search.page;

import dateline.corpus.Published;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.SearchRequest;
import dateline.search.page.SearchForm.Carried;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fills the search form with a search, so that sending it unchanged asks the same again.
final class FormComposer {
  private static final Set<String> FIELDS = Set.of("q", "from", "to");

  private FormComposer() {}

  /// @param shown conditions that have a checkbox of their own
  static SearchForm of(SearchRequest request, Set<Carried> shown) {
    return new SearchForm(
        request.query().text(),
        text(request.dates().from()),
        text(request.dates().to()),
        carried(request, shown));
  }

  private static List<Carried> carried(SearchRequest request, Set<Carried> shown) {
    return Arrays.stream(Addresses.told(CanonicalQuery.of(request)).split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(FormComposer::pair)
        .filter(pair -> !FIELDS.contains(pair.name()) && !shown.contains(pair))
        .toList();
  }

  private static Carried pair(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Carried(decoded(text), "")
        : new Carried(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1)));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String text(@Nullable Published date) {
    return Objects.toString(date, "");
  }
}
