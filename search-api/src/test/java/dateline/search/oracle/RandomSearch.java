package dateline.search.oracle;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.search.engine.Boost;
import dateline.search.engine.Collapse;
import dateline.search.engine.DateFilter;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.engine.Filter;
import dateline.search.engine.Mode;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Sort;
import dateline.search.query.CanonicalForm;
import dateline.search.query.Clause;
import dateline.search.query.DateBound;
import dateline.search.query.Match;
import dateline.search.query.ParsedQuery;
import dateline.search.query.TextZone;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes searches out of the words and values of [RandomArchive].
final class RandomSearch {
  private static final List<ZoneId> ZONES =
      Stream.of("Z", "America/New_York", "Asia/Tokyo", "+14:00").map(ZoneId::of).toList();
  private static final List<ArticleField> VALUE_FIELDS =
      List.of(
          ArticleField.SOURCE,
          ArticleField.SECTION,
          ArticleField.AUTHOR,
          ArticleField.LANGUAGE,
          ArticleField.TYPE,
          ArticleField.TAG);
  private static final int DEPTH_MAX = 3;

  private final Random random;
  private final RandomArchive dates;
  private final Map<ArticleField, List<String>> values;
  private final List<ArticleId> articles;

  /// @param values that articles have, by field
  RandomSearch(long seed, Map<ArticleField, List<String>> values) {
    this(seed, values, List.of());
  }

  /// @param articles whose copies may be asked for
  RandomSearch(long seed, Map<ArticleField, List<String>> values, List<ArticleId> articles) {
    this.random = new Random(seed);
    this.dates = new RandomArchive(seed);
    this.values = values;
    this.articles = List.copyOf(articles);
  }

  SearchRequest request() {
    Clause clause = random.nextInt(8) == 0 ? new Clause.Everything() : clause(0);
    return new SearchRequest(
        new ParsedQuery(CanonicalForm.of(clause), clause, List.of()),
        oneOf(List.of(Match.AUTO, Match.AUTO, Match.ALL, Match.ANY)),
        zones(),
        filters(),
        List.of(),
        dateFilter(),
        articles.isEmpty() || random.nextInt(8) > 0 ? null : oneOf(articles),
        oneOf(ZONES),
        oneOf(List.of(Sort.values())),
        oneOf(List.of(Collapse.values())),
        random.nextInt(12),
        null,
        random.nextInt(3) == 0 ? random.nextInt(8) : 0,
        facets(),
        0,
        true,
        false,
        random.nextInt(4) != 0,
        Mode.LEXICAL,
        Boost.NONE);
  }

  private Clause clause(int depth) {
    int kinds = depth == DEPTH_MAX ? 12 : 16;
    return switch (random.nextInt(kinds)) {
      case 0, 1, 2, 3 -> new Clause.Ranked(list(1 + random.nextInt(5), this::word), zone());
      case 4, 5 -> phrase();
      case 6 -> entity();
      case 7 -> value();
      case 8 -> new Clause.PublishedRange(bound(), bound());
      case 9 -> new Clause.WordsRange(words(), words());
      case 10, 11 -> new RandomPassage(random, this::word).clause();
      case 12, 13 -> new Clause.All(list(1 + random.nextInt(3), () -> clause(depth + 1)));
      case 14 -> new Clause.Any(list(1 + random.nextInt(3), () -> clause(depth + 1)));
      default -> new Clause.Not(clause(depth + 1));
    };
  }

  private Clause phrase() {
    String text = String.join(" ", list(1 + random.nextInt(3), this::word));
    return new Clause.Phrase(text, zone(), random.nextInt(3) == 0);
  }

  private Clause entity() {
    EntityKind kind = oneOf(List.of(EntityKind.values()));
    if (random.nextInt(4) == 0) {
      return new Clause.AnyEntity(kind);
    }
    String name =
        random.nextBoolean()
            ? oneOf(RandomArchive.NAMES)
            : oneOf(List.of("ishiba", "lopez", "U.N.", "brazilian", "JP", "nobody", "Baker"));
    return new Clause.Entity(kind, name);
  }

  private Clause value() {
    ArticleField field = oneOf(VALUE_FIELDS);
    String value = valueOf(field).toUpperCase(java.util.Locale.ROOT);
    boolean isBareTag = field == ArticleField.TAG && random.nextBoolean();
    return new Clause.Value(field, isBareTag ? value.substring(value.indexOf(':') + 1) : value);
  }

  private String word() {
    return switch (random.nextInt(14)) {
      case 0 -> oneOf(RandomArchive.GERMAN);
      case 1 -> oneOf(RandomArchive.NAMES);
      case 3 -> oneOf(RandomArchive.FRENCH);
      case 4 -> oneOf(RandomArchive.JAPANESE);
      case 2 -> oneOf(List.of("Lopez", "zebra", "saw", "—", "AIR STRIKE", "IT US"));
      default -> oneOf(RandomArchive.WORDS);
    };
  }

  private @Nullable TextZone zone() {
    return random.nextInt(3) > 0 ? null : oneOf(List.of(TextZone.values()));
  }

  private Set<TextZone> zones() {
    if (random.nextInt(3) > 0) {
      return EnumSet.allOf(TextZone.class);
    }
    return EnumSet.copyOf(list(1 + random.nextInt(2), () -> oneOf(List.of(TextZone.values()))));
  }

  private @Nullable DateBound bound() {
    if (random.nextInt(6) == 0) {
      return new DateBound.Before(
          oneOf(List.of(Period.ofDays(7), Period.ofMonths(3), Period.ofYears(1))));
    }
    Published date = dates.published();
    return date == null ? null : new DateBound.Fixed(date);
  }

  private @Nullable Integer words() {
    return random.nextInt(3) == 0 ? null : random.nextInt(40);
  }

  private DateFilter dateFilter() {
    return switch (random.nextInt(6)) {
      case 0 -> new DateFilter(null, null, true);
      case 1, 2 -> new DateFilter(dates.published(), dates.published(), false);
      default -> DateFilter.NONE;
    };
  }

  private List<Filter> filters() {
    var filters = new LinkedHashMap<ArticleField, Filter>();
    for (int i = random.nextInt(3); i > 0; i--) {
      ArticleField field = oneOf(List.of(ArticleField.values()));
      boolean isMissing = random.nextInt(6) == 0;
      filters.put(
          field,
          new Filter(
              field,
              isMissing ? List.of() : list(random.nextInt(3), () -> valueOf(field)),
              list(random.nextInt(5) == 0 ? 2 : 0, () -> valueOf(field)),
              list(random.nextInt(4) == 0 ? 1 : 0, () -> valueOf(field)),
              isMissing));
    }
    return List.copyOf(filters.values());
  }

  private FacetRequest facets() {
    var fields = new LinkedHashMap<ArticleField, Integer>();
    for (int i = random.nextInt(5); i > 0; i--) {
      fields.put(oneOf(List.of(ArticleField.values())), 1 + random.nextInt(8));
    }
    List<Interval> intervals = List.of(Interval.values());
    return new FacetRequest(fields, random.nextBoolean() ? null : oneOf(intervals));
  }

  private String valueOf(ArticleField field) {
    List<String> known = values.getOrDefault(field, List.of());
    return known.isEmpty() || random.nextInt(10) == 0 ? "unknown" : oneOf(known);
  }

  private <T> List<T> list(int count, Supplier<T> each) {
    return IntStream.range(0, count)
        .mapToObj(_ -> each.get())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
