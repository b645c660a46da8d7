package dateline.index.annotate;

import dateline.corpus.EntityKind;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entity that an article names, before an id is minted for it.
///
/// @param key what is one entity across articles: a gazetteer id (`JP`, `g1850147`,
///   `medtop:11000000`), or for an entity that no gazetteer knows `~` and its folded full name
///   (`~shigeru ishiba`); `?` and the name for a person called by one name only (`?manal`)
/// @param label the best name for people to read; for people the longest full name in the article
/// @param country ISO 3166-1 alpha-2 code of a place that lies in one country; null otherwise
/// @param isSalient whether the article is about it rather than naming it in passing
/// @param score strength from 0, comparable within one kind; issues are assigned from a threshold
///   on
/// @param mentions in reading order; may be empty for an issue
public record FoundEntity(
    EntityKind kind,
    String key,
    String label,
    @Nullable String country,
    boolean isSalient,
    double score,
    List<Mention> mentions) {
  /// Opens the key of a person whom the article calls by one name only.
  static final String LONE = "?";

  /// Mentions of one article.
  static final Comparator<Mention> READING_ORDER =
      Comparator.<Mention>comparingInt(mention -> Annotator.READ.indexOf(mention.zone()))
          .thenComparingInt(Mention::start);

  public FoundEntity {
    mentions = List.copyOf(mentions);
  }

  FoundEntity withSalience(boolean isNowSalient) {
    return isSalient == isNowSalient
        ? this
        : new FoundEntity(kind, key, label, country, isNowSalient, score, mentions);
  }

  /// Whether the key stands for the same entity in other articles.
  public boolean isKnownAcrossArticles() {
    return !key.startsWith(LONE);
  }
}
