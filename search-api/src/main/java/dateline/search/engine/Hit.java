package dateline.search.engine;

import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One article in a list of hits.
///
/// @param headline null when the article has none
/// @param source empty when unknown
/// @param score 0 when the order is not by relevance
/// @param duplicates how many other near-identical articles match and are folded behind this one; 0
///   in a list that is not folded
/// @param people those the article is about; likewise places, organisations and issues
public record Hit(
    ArticleId id,
    @Nullable String headline,
    @Nullable Published published,
    String source,
    @Nullable String section,
    @Nullable String byline,
    @Nullable String dateline,
    @Nullable String language,
    double score,
    int duplicates,
    List<Label> people,
    List<Label> places,
    List<Label> organisations,
    List<Label> issues,
    List<Snippet> snippets) {
  public Hit {
    people = List.copyOf(people);
    places = List.copyOf(places);
    organisations = List.copyOf(organisations);
    issues = List.copyOf(issues);
    snippets = List.copyOf(snippets);
  }

  /// The name of an entity.
  public record Label(String id, String label) {}
}
