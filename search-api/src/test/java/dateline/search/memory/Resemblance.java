package dateline.search.memory;

import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.index.schema.ArticleField;
import dateline.search.engine.Similar;
import dateline.search.engine.StoredArticle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Compares articles by the entities they are about and by the longer words of their headlines.
final class Resemblance {
  private static final int SHARED_MIN = 3;
  private static final int WORD_LENGTH_MIN = 5;

  private Resemblance() {}

  static List<Similar> to(StoredArticle one, List<StoredArticle> articles, int limit) {
    List<Similar.Entity> entities = entities(one);
    List<String> words = words(one);
    return articles.stream()
        .map(other -> {
          var others = Set.copyOf(entities(other));
          List<Similar.Entity> sharedEntities = entities.stream().filter(others::contains).toList();
          List<String> sharedWords = words.stream().filter(words(other)::contains).toList();
          double share =
              (sharedEntities.size() + sharedWords.size())
                  / (double) (entities.size() + words.size());
          return new Similar(
              MemoryEngine.hit(other, 0, 0, List.of()), share, sharedEntities, sharedWords);
        })
        .filter(each -> each.entities().size() + each.words().size() >= SHARED_MIN)
        .sorted(
            Comparator.comparingDouble(Similar::share)
                .reversed()
                .thenComparing(each -> each.hit().id()))
        .limit(limit)
        .toList();
  }

  private static List<Similar.Entity> entities(StoredArticle stored) {
    return Stream.of(ArticleField.PERSON, ArticleField.PLACE, ArticleField.ORG, ArticleField.ISSUE)
        .flatMap(field ->
            MemoryEngine.values(stored, field).stream()
                .map(label -> new Similar.Entity(field, label.id(), label.label())))
        .toList();
  }

  private static List<String> words(StoredArticle stored) {
    List<String> named =
        stored.entities().stream()
            .filter(entity -> entity.kind() != EntityKind.ISSUE)
            .flatMap(entity -> Stream.of(entity.label().toLowerCase(Locale.ROOT).split("\\W+")))
            .toList();
    return Stream.of(
            stored.article().text(Zone.HEADLINE).toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .filter(word -> word.length() >= WORD_LENGTH_MIN && !named.contains(word))
        .distinct()
        .toList();
  }
}
