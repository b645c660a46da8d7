package dateline.search.page;

import dateline.search.engine.Hit;
import dateline.search.engine.SearchPage;
import java.util.List;

/// What the front page shows of the archive.
///
/// @param newest the latest articles, with the facets and the dates of all
/// @param oldest the first articles
/// @param recent many of the latest articles, of which only the entities count
/// @param examples queries that find something
public record Front(SearchPage newest, List<Hit> oldest, List<Hit> recent, List<String> examples) {
  public Front {
    oldest = List.copyOf(oldest);
    recent = List.copyOf(recent);
    examples = List.copyOf(examples);
  }
}
