package dateline.search.oracle;

import dateline.corpus.EntityKind;
import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.Twin;
import dateline.search.engine.DateFilter;
import dateline.search.engine.Filter;
import dateline.search.engine.SearchRequest;
import dateline.search.query.Clause;
import dateline.search.query.DateBound;
import dateline.search.query.Span;
import dateline.search.query.TextZone;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides of each article whether it answers a request.
final class ScanMatcher {
  /// Sums of rarity differ in the last bits with the order of their parts.
  private static final double TOLERANCE = 1e-9;

  /// What `match=auto` asks for: the share shrinks with the number of words to this power, and is
  /// relaxed where fewer articles carry it.
  private static final double POWER = 0.85;

  private static final int FEWEST = 6;
  private static final double RELAXED = 0.3;

  private static final Set<TextZone> TEXT = EnumSet.of(TextZone.HEADLINE, TextZone.BODY);

  private final List<ScanArticle> archive;
  private final ScanNames names;
  private final double share;
  private final SearchRequest request;
  private final Instant now;
  private final ScanDates dates;
  private final Map<Sought, Double> rarities = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<Typed, ScanWords> read = new HashMap<>();
  private final Map<Asked, Double> shares = new HashMap<>();

  private record Asked(List<String> words, Set<TextZone> zones) {}

  private record Typed(List<String> words, Twin twin, boolean isWhole) {}

  private record Sought(ScanWord word, Twin twin) {}

  /// @param archive all articles, from which the rarity of a word is counted
  /// @param share of the summed rarity that two words must carry, where enough articles do
  ScanMatcher(
      List<ScanArticle> archive,
      ScanNames names,
      double share,
      SearchRequest request,
      Instant now) {
    this.archive = archive;
    this.names = names;
    this.share = share;
    this.request = request;
    this.now = now;
    this.dates = new ScanDates(request.zone());
  }

  boolean matches(Clause clause, ScanArticle article) {
    return switch (clause) {
      case Clause.Everything() -> true;
      case Clause.Ranked(var words, var zone) -> holdsEnough(words, zones(zone), article);
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          zones(zone).stream()
              .anyMatch(each ->
                  isVerbatim
                      ? article.holdsPhrase(each, Form.VERBATIM, text)
                      : phrases(text).stream()
                          .anyMatch(form -> article.holdsPhrase(each, Form.STEMMED, form)));
      case Clause.Passage(var span, var least, var zone) ->
          holds(span, least, zones(zone), article);
      case Clause.Entity entity -> names(entity, article);
      case Clause.AnyEntity(var kind) ->
          article.entities().stream()
              .filter(entity -> entity.kind() == kind)
              .anyMatch(entity ->
                  kind == EntityKind.ISSUE
                      || article.isNamedIn(entity, EnumSet.copyOf(request.in())));
      case Clause.Value(var field, var value) ->
          article.values(field).stream()
              .anyMatch(held -> value.equalsIgnoreCase(held) || isTagOf(field, held, value));
      case Clause.PublishedRange(var first, var last) -> {
        Published published = article.article().published();
        yield published != null && dates.isWithin(published, resolve(first), resolve(last));
      }
      case Clause.WordsRange(var first, var last) ->
          (first == null || article.words() >= first) && (last == null || article.words() <= last);
      case Clause.All(var parts) -> parts.stream().allMatch(part -> matches(part, article));
      case Clause.Any(var parts) -> parts.stream().anyMatch(part -> matches(part, article));
      case Clause.Not(var part) -> !matches(part, article);
    };
  }

  /// What a phrase stands for.
  private Set<String> phrases(String text) {
    return request.variants() ? names.phrases(text) : Set.of(text);
  }

  /// What stands in the lead stands in the body too, and counts once.
  private boolean holds(Span span, int least, Set<TextZone> zones, ScanArticle article) {
    int count = 0;
    for (TextZone zone : zones) {
      if (zone != TextZone.LEAD || !zones.contains(TextZone.BODY)) {
        count += new ScanPassage(article, zone, names, this::phrases).count(span);
      }
    }
    return count >= least;
  }

  /// Whether it is the one asked for or near-identical to it, where one is asked for.
  boolean passesStory(ScanArticle article) {
    return request.story() == null
        || archive.stream()
            .filter(other -> other.article().id().equals(request.story()))
            .anyMatch(article::isCopyOf);
  }

  boolean passesDates(ScanArticle article) {
    DateFilter filter = request.dates();
    Published published = article.article().published();
    if (filter.equals(DateFilter.NONE)) {
      return true;
    }
    return filter.isMissing()
        ? published == null
        : published != null && dates.isWithin(published, filter.from(), filter.to());
  }

  /// Whether all filters hold, one field left aside.
  boolean passesFilters(ScanArticle article, @Nullable ArticleField aside) {
    for (Filter filter : request.filters()) {
      Set<String> values = article.values(filter.field());
      boolean passes =
          (filter.any().isEmpty() || filter.any().stream().anyMatch(values::contains))
              && values.containsAll(filter.all())
              && filter.not().stream().noneMatch(values::contains)
              && (!filter.isMissing() || values.isEmpty());
      if (!passes && filter.field() != aside) {
        return false;
      }
    }
    return true;
  }

  private boolean holdsEnough(List<String> typed, Set<TextZone> zones, ScanArticle article) {
    var asked = new Asked(typed, zones);
    Double needed = shares.get(asked);
    if (needed == null) {
      long enough =
          archive.stream()
              .filter(each -> holdsEnough(typed, zones, each, share))
              .limit(FEWEST)
              .count();
      needed = enough == FEWEST ? share : RELAXED;
      shares.put(asked, needed);
    }
    return holdsEnough(typed, zones, article, needed);
  }

  /// Words of a text are judged in the language of the article.
  private boolean holdsEnough(
      List<String> typed, Set<TextZone> zones, ScanArticle article, double needed) {
    boolean isWhole = zones.contains(TextZone.HEADLINE) && zones.contains(TextZone.BODY);
    ScanWords read = read(typed, article.twin(), isWhole);
    List<ScanWord> words = read.words();
    List<ScanWord> held =
        words.stream()
            .filter(word -> holds(word, zones, article) || read.isAsGoodIn(article, word, zones))
            .toList();
    return switch (request.match()) {
      case ANY -> !held.isEmpty();
      case ALL -> !words.isEmpty() && held.size() == words.size();
      case AUTO -> {
        List<ScanWord> asking =
            words.stream()
                .filter(word ->
                    isKnown(word.typed())
                        || archive.stream()
                            .anyMatch(each ->
                                isNamed(read, word, each)
                                    || (each.twin() == article.twin()
                                        && read.isAsGoodIn(each, word, TEXT))))
                .toList();
        double sum = asking.stream().mapToDouble(word -> rarity(word, article.twin())).sum();
        double carried = held.stream().mapToDouble(word -> rarity(word, article.twin())).sum();
        double asked = asking.size() <= 1 ? 1 : needed * Math.pow(2.0 / asking.size(), POWER);
        yield !held.isEmpty() && carried >= (asked - TOLERANCE) * sum;
      }
    };
  }

  private ScanWords read(List<String> typed, Twin twin, boolean isWhole) {
    return read.computeIfAbsent(
        new Typed(typed, twin, isWhole),
        _ -> ScanWords.of(typed, twin, names, request.variants(), isWhole));
  }

  private static boolean isNamed(ScanWords read, ScanWord word, ScanArticle article) {
    ScanNames.ScanName name = read.named().get(word);
    return name != null && name.isNamedIn(article);
  }

  /// Whether an article in any language holds the word somewhere.
  private boolean isKnown(String typed) {
    return known.computeIfAbsent(
        typed,
        word ->
            archive.stream()
                .anyMatch(article ->
                    read(List.of(word), article.twin(), false).words().stream()
                        .anyMatch(each -> holds(each, EnumSet.allOf(TextZone.class), article))));
  }

  private static boolean holds(ScanWord word, Set<TextZone> zones, ScanArticle article) {
    return zones.stream()
        .anyMatch(
            zone -> article.holdsAny(zone, zone == TextZone.BYLINE ? word.plains() : word.stems()));
  }

  private double rarity(ScanWord word, Twin twin) {
    return rarities.computeIfAbsent(new Sought(word, twin), _ -> countedRarity(word, twin));
  }

  /// The frequency is that of the commonest term in the headlines or bodies of a language.
  private double countedRarity(ScanWord word, Twin twin) {
    long most = 0;
    for (String stem : word.stems()) {
      for (TextZone zone : List.of(TextZone.HEADLINE, TextZone.BODY)) {
        most = Math.max(most, count(stem, zone, twin));
      }
    }
    return Math.log(1 + (archive.size() - most + 0.5) / (most + 0.5));
  }

  private long count(String stem, TextZone zone, Twin twin) {
    return archive.stream()
        .filter(article -> article.twin() == twin && article.holdsAny(zone, Set.of(stem)))
        .count();
  }

  private boolean names(Clause.Entity entity, ScanArticle article) {
    Set<String> ids = names.idsOf(entity.kind(), entity.name());
    return ids.isEmpty()
        ? article.namesEntity(entity.kind(), entity.name())
        : article.entities().stream()
            .filter(each -> each.kind() == entity.kind())
            .anyMatch(each -> each.withContainers().stream().anyMatch(ids::contains));
  }

  private Set<TextZone> zones(@Nullable TextZone asked) {
    return asked == null ? EnumSet.copyOf(request.in()) : EnumSet.of(asked);
  }

  private @Nullable Published resolve(@Nullable DateBound bound) {
    return bound == null ? null : bound.resolve(now, request.zone());
  }

  private static boolean isTagOf(ArticleField field, String held, String value) {
    return field == ArticleField.TAG && held.split(":", 2)[1].equalsIgnoreCase(value);
  }
}
