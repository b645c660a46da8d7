package dateline.index.snapshot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one search found, without what changes from home to home: the generation's name and links.
///
/// @param search parameters of the search, as at every door
/// @param ids of the first articles, in their order
/// @param facets by field, the articles of each listed value, in their order
public record SampleAnswer(
    Map<String, String> search,
    long total,
    List<String> ids,
    Map<String, Map<String, Long>> facets) {
  public SampleAnswer {
    search = Collections.unmodifiableMap(new LinkedHashMap<>(search));
    ids = List.copyOf(ids);
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
  }
}
