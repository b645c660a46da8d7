package dateline.search.memory;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.search.engine.FacetValues;
import dateline.search.engine.Hit;
import dateline.search.engine.StoredArticle;
import dateline.search.engine.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks up names and words by reading every article. The other names of an entity are what
/// articles call it.
final class Lookup {
  private final List<StoredArticle> articles;

  Lookup(List<StoredArticle> articles) {
    this.articles = articles;
  }

  FacetValues values(FacetValues.Request request) {
    var matcher = new Matcher(request.within());
    var counts = new LinkedHashMap<Hit.Label, Long>();
    articles.stream()
        .filter(stored ->
            matcher.matches(stored, request.field())
                && Matcher.isDatedWithin(stored, request.within().dates()))
        .flatMap(stored -> MemoryEngine.values(stored, request.field()).stream())
        .forEach(value -> counts.merge(value, 1L, Long::sum));
    var items = new ArrayList<FacetValues.Item>();
    counts.forEach((value, count) -> {
      String name = nameStarting(request.prefix(), value, false);
      if (name != null) {
        String alias = name.equals(value.label()) ? null : name;
        items.add(new FacetValues.Item(value.id(), value.label(), alias, count));
      }
    });
    items.sort(
        Comparator.comparingLong(FacetValues.Item::count)
            .reversed()
            .thenComparing(FacetValues.Item::label));
    return new FacetValues(
        MemoryEngine.GENERATION,
        request.field(),
        request.prefix(),
        items.stream().limit(request.limit()).toList(),
        items.size());
  }

  Suggestions suggest(String typed, int limit) {
    return new Suggestions(MemoryEngine.GENERATION, entities(typed, limit), queries(typed, limit));
  }

  private List<Suggestions.Entity> entities(String typed, int limit) {
    var found = new ArrayList<Suggestions.Entity>();
    for (ArticleField field :
        List.of(ArticleField.PERSON, ArticleField.PLACE, ArticleField.ORG, ArticleField.ISSUE)) {
      Map<Hit.Label, Long> counts = new LinkedHashMap<>();
      articles.stream()
          .flatMap(stored -> MemoryEngine.values(stored, field).stream())
          .forEach(value -> counts.merge(value, 1L, Long::sum));
      counts.forEach((value, count) -> {
        String name = typed.isBlank() ? null : nameStarting(typed, value, true);
        if (name != null) {
          String alias = name.equals(value.label()) ? null : name;
          found.add(new Suggestions.Entity(field, value.id(), value.label(), alias, count));
        }
      });
    }
    found.sort(
        Comparator.comparing((Suggestions.Entity entity) -> !starts(typed, entity.label()))
            .thenComparing(Comparator.comparingLong(Suggestions.Entity::count).reversed())
            .thenComparing(Suggestions.Entity::label));
    return found.stream().limit(limit).toList();
  }

  private List<Suggestions.Query> queries(String typed, int limit) {
    int end = typed.lastIndexOf(' ') + 1;
    String before = typed.substring(0, end);
    String prefix = lower(typed.substring(end));
    Map<String, String> words = new TreeMap<>();
    for (StoredArticle stored : articles) {
      Arrays.stream(stored.article().body().split("[^\\p{L}\\p{N}]+"))
          .filter(word -> lower(word).startsWith(prefix) && word.length() > prefix.length())
          .forEach(word -> words.putIfAbsent(lower(word), before + word));
    }
    return words.values().stream()
        .filter(_ -> !prefix.isEmpty())
        .map(text -> new Suggestions.Query(text, holding(text)))
        .filter(query -> query.count() > 0)
        .sorted(
            Comparator.comparingLong(Suggestions.Query::count)
                .reversed()
                .thenComparing(Suggestions.Query::text))
        .limit(limit)
        .toList();
  }

  private long holding(String text) {
    return articles.stream()
        .filter(
            stored -> Arrays.stream(text.split(" ")).allMatch(word -> Matcher.holds(stored, word)))
        .count();
  }

  /// The label where it starts with a prefix, else another name that does; null when none does.
  private @Nullable String nameStarting(String prefix, Hit.Label value, boolean hasWords) {
    var others = new TreeSet<String>();
    for (StoredArticle stored : articles) {
      for (StoredArticle.Entity entity : stored.entities()) {
        if (entity.id().equals(value.id()) && entity.kind() != EntityKind.ISSUE) {
          entity.stretches().forEach(stretch -> others.add(text(stored, stretch)));
        }
      }
    }
    return Stream.concat(Stream.of(value.label()), others.stream())
        .filter(
            name -> starts(prefix, name) || (hasWords && lower(name).contains(" " + lower(prefix))))
        .findFirst()
        .orElse(null);
  }

  private static String text(StoredArticle stored, StoredArticle.Stretch stretch) {
    int[] points = stored.article().text(stretch.zone()).codePoints().toArray();
    return new String(points, stretch.start(), stretch.end() - stretch.start());
  }

  private static boolean starts(String prefix, String name) {
    return lower(name).startsWith(lower(prefix));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
