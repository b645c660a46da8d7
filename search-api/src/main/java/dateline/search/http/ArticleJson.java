package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An article as it goes over the wire, in snake case. Texts are as they were read.
///
/// @param url of its page on this server
/// @param sourceUrl where its publisher shows it
/// @param duplicates ids of near-identical articles, oldest first, at most
///   [dateline.search.engine.StoredArticle#COPIES_MAX]
/// @param rights how much of the text is here: `full`, `snippet` or `link`
/// @param people absent in an earlier version, like `places`, `organizations` and `issues`:
///   entities are those of the current one
record ArticleJson(
    String id,
    String url,
    @Nullable String headline,
    @Nullable String subhead,
    @Nullable String lead,
    String body,
    @Nullable String published,
    @Nullable String modified,
    String source,
    @Nullable String section,
    @Nullable String byline,
    @Nullable String dateline,
    @Nullable String language,
    @Nullable String type,
    @Nullable String sourceUrl,
    String rights,
    List<String> keywords,
    List<String> sourceTags,
    Map<String, String> details,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Entity> people,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Entity> places,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Entity> organizations,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Entity> issues,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> duplicates) {

  /// Several articles.
  ///
  /// @param articles in the order asked
  /// @param missing ids that no article has
  record Batch(List<ArticleJson> articles, List<String> missing) {}

  /// @param salient whether the article is about it rather than naming it in passing
  record Entity(String id, String label, boolean salient, List<Mention> mentions) {}

  /// @param field `headline`, `subhead`, `lead`, `body`, `byline` or `dateline`
  /// @param start code points from the start of the field
  /// @param end exclusive
  record Mention(String field, int start, int end) {}
}
