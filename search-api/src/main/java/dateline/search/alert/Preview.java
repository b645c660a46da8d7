package dateline.search.alert;

import dateline.corpus.ArticleId;
import dateline.corpus.store.ArrivedVersions;
import dateline.search.engine.HeldGeneration;
import dateline.search.engine.LiveVersion;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a search would have told lately, had it been saved: of the articles whose live version
/// arrived in the last 30 days those that it finds now.
///
/// @param articles latest arrival first; the newest of those first that arrived together
/// @param days how many arrived on each day, in UTC; latest first, days without one left out
public record Preview(List<Arrived> articles, SortedMap<LocalDate, Integer> days) {
  static final Duration REACH = Duration.ofDays(30);

  public Preview {
    articles = List.copyOf(articles);
  }

  /// @param at when the run began that brought the version
  public record Arrived(ArticleId article, Instant at) {}

  public static Preview of(SearchRequest request, HeldGeneration generation, Path home, Instant now)
      throws IOException {
    Map<Long, Instant> arrivals = ArrivedVersions.since(home, now.minus(REACH));
    var candidates = new HashMap<ArticleId, Instant>();
    for (LiveVersion version : generation.versions(arrivals::containsKey)) {
      candidates.put(version.article(), arrivals.getOrDefault(version.version(), now));
    }
    var found = new ArrayList<Arrived>();
    var days = new TreeMap<LocalDate, Integer>(Comparator.reverseOrder());
    for (ArticleId article : generation.matching(request.newestFirst(), candidates.keySet())) {
      Instant at = candidates.getOrDefault(article, now);
      found.add(new Arrived(article, at));
      days.merge(LocalDate.ofInstant(at, ZoneOffset.UTC), 1, Integer::sum);
    }
    found.sort(Comparator.comparing(Arrived::at).reversed());
    return new Preview(found, days);
  }
}
