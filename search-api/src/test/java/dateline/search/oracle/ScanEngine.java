package dateline.search.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.index.schema.Twin;
import dateline.search.engine.Collapse;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.EngineStatus;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Explanation;
import dateline.search.engine.Facet;
import dateline.search.engine.FacetValues;
import dateline.search.engine.Hit;
import dateline.search.engine.Relaxations;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Similar;
import dateline.search.engine.Sort;
import dateline.search.engine.Suggestions;
import dateline.search.oracle.ScanArticle.ScanEntity;
import dateline.search.query.Clause;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers by reading every article of a list.
///
/// It does not score: of a list by relevance only the set of hits counts. A cursor is the number of
/// hits before it, and of a folded list by relevance any article of a story may lead.
final class ScanEngine implements SearchEngine {
  static final double SHARE = 0.6;

  private static final int ENTITIES_SHOWN_MAX = 12;
  private static final Comparator<String> BY_CODE_POINT =
      (left, right) -> Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));
  private static final Comparator<ScanArticle> OLDEST_FIRST =
      Comparator.comparing(
          ScanEngine::published,
          Comparator.nullsLast(Comparator.comparing(Published::sortInstant)));
  private static final Comparator<ScanArticle> NEWEST_FIRST =
      Comparator.comparing(
          ScanEngine::published,
          Comparator.nullsLast(Comparator.comparing(Published::sortInstant).reversed()));

  private static final Pattern CJK =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

  private final List<ScanArticle> archive;
  private final ScanNames names;
  private final double share;
  private final Instant now;
  private final ScanLookup lookup;

  /// @param share of the summed rarity that two plain words must carry
  ScanEngine(List<ScanArticle> archive, ScanNames names, double share, Instant now) {
    this.archive = List.copyOf(archive);
    this.names = names;
    this.share = share;
    this.now = now;
    this.lookup = new ScanLookup(this.archive, names);
  }

  @Override
  public SearchPage search(SearchRequest request) throws IOException {
    var matcher = new ScanMatcher(archive, names, share, request, now);
    List<ScanArticle> matching =
        archive.stream()
            .filter(article ->
                matcher.matches(request.query().clause(), article)
                    && matcher.passesStory(article)
                    && isInThreads(article, request))
            .toList();
    List<ScanArticle> hits =
        matching.stream()
            .filter(article -> matcher.passesFilters(article, null) && matcher.passesDates(article))
            .sorted(order(request.sort()))
            .toList();
    List<ScanArticle> leading = leading(hits);
    List<ScanArticle> listed = request.collapse() == Collapse.DUPLICATES ? leading : hits;
    int first = request.cursor() == null ? request.offset() : Integer.parseInt(request.cursor());
    List<ScanArticle> shown = listed.stream().skip(first).limit(request.limit()).toList();
    int next = first + shown.size();

    var facets = new ArrayList<Facet>();
    request
        .facets()
        .fields()
        .forEach((field, limit) -> {
          List<ScanArticle> counted =
              matching.stream()
                  .filter(article ->
                      matcher.passesFilters(article, field) && matcher.passesDates(article))
                  .toList();
          facets.add(facet(field, limit, counted, request));
        });
    return new SearchPage(
        "scan",
        hits.size(),
        leading.size(),
        shown.stream()
            .map(article ->
                hit(article, request.collapse() == Collapse.DUPLICATES ? copies(article, hits) : 0))
            .toList(),
        facets,
        histogram(request, matching, article -> matcher.passesFilters(article, null)),
        shown.isEmpty() || next >= listed.size() ? null : Integer.toString(next),
        absentWords(request),
        List.of(),
        hits.isEmpty() && !request.asksForEverything()
            ? Relaxations.of(request, other -> matching(other, null).size(), names::labelOf)
            : List.of(),
        null,
        false);
  }

  /// Hits that are no copies of one before them.
  private static List<ScanArticle> leading(List<ScanArticle> hits) {
    var leading = new ArrayList<ScanArticle>();
    for (ScanArticle hit : hits) {
      if (leading.stream().noneMatch(hit::isCopyOf)) {
        leading.add(hit);
      }
    }
    return leading;
  }

  private static int copies(ScanArticle article, List<ScanArticle> hits) {
    return (int) hits.stream().filter(article::isCopyOf).count() - 1;
  }

  /// The articles of a search, one field's filter left aside.
  private List<ScanArticle> matching(SearchRequest request, @Nullable ArticleField aside) {
    var matcher = new ScanMatcher(archive, names, share, request, now);
    return archive.stream()
        .filter(article ->
            matcher.matches(request.query().clause(), article)
                && matcher.passesStory(article)
                && isInThreads(article, request)
                && matcher.passesFilters(article, aside)
                && matcher.passesDates(article))
        .toList();
  }

  @Override
  public FacetValues values(FacetValues.Request request) {
    return lookup.values(request, matching(request.within(), request.field()));
  }

  @Override
  public Suggestions suggest(String typed, int limit) {
    return lookup.suggest(typed, limit);
  }

  /// Tells whether the article matches, and no score.
  @Override
  public Optional<Explanation> explain(SearchRequest request, ArticleId id) {
    var matcher = new ScanMatcher(archive, names, share, request, now);
    return archive.stream()
        .filter(article -> article.article().id().equals(id))
        .findFirst()
        .map(article ->
            matcher.matches(request.query().clause(), article)
                && matcher.passesStory(article)
                && isInThreads(article, request)
                && matcher.passesFilters(article, null)
                && matcher.passesDates(article))
        .map(matches -> new Explanation(id, matches, 0, "", List.of(), null));
  }

  /// By the part of the article's own entities that the other is about too; words do not count.
  @Override
  public List<Similar> similar(ArticleId id, int limit) {
    Optional<ScanArticle> one =
        archive.stream().filter(article -> article.article().id().equals(id)).findFirst();
    List<Similar.Entity> own = one.map(this::about).orElse(List.of());
    return archive.stream()
        .filter(article -> one.isPresent() && !article.isCopyOf(one.get()))
        .map(article -> {
          List<Similar.Entity> others = about(article);
          List<Similar.Entity> shared = own.stream().filter(others::contains).toList();
          return new Similar(
              hit(article, 0), shared.size() / (double) own.size(), shared, List.of());
        })
        .filter(similar -> similar.entities().size() >= 3)
        .sorted(
            Comparator.comparingDouble(Similar::share)
                .reversed()
                .thenComparing(similar -> similar.hit().id()))
        .limit(limit)
        .toList();
  }

  /// What is reached from the article by steps between articles that are about three of the same
  /// entities; words and dates do not count.
  @Override
  public List<Hit> thread(ArticleId id) {
    var reached = new LinkedHashSet<ScanArticle>();
    archive.stream().filter(article -> article.article().id().equals(id)).forEach(reached::add);
    int before = 0;
    while (reached.size() > before) {
      before = reached.size();
      for (ScanArticle member : List.copyOf(reached)) {
        List<Similar.Entity> own = about(member);
        archive.stream()
            .filter(article -> about(article).stream().filter(own::contains).count() >= 3)
            .forEach(reached::add);
      }
    }
    return reached.stream().sorted(order(Sort.OLDEST)).map(article -> hit(article, 0)).toList();
  }

  private boolean isInThreads(ScanArticle article, SearchRequest request) {
    return request.threads().isEmpty()
        || request.threads().stream()
            .flatMap(id -> thread(new ArticleId(id)).stream())
            .anyMatch(hit -> hit.id().equals(article.article().id()));
  }

  /// As [ScanProfile#comparable] has it.
  @Override
  public Optional<EntityProfile> entity(EntityKind kind, String id) {
    return new ScanProfile(archive, names).of(kind, id);
  }

  private List<Similar.Entity> about(ScanArticle article) {
    return article.entities().stream()
        .filter(ScanEntity::isSalient)
        .map(entity ->
            new Similar.Entity(
                fieldOf(entity.kind()), entity.id(), names.labelOf(entity.kind(), entity.id())))
        .toList();
  }

  static ArticleField fieldOf(EntityKind kind) {
    return switch (kind) {
      case PERSON -> ArticleField.PERSON;
      case PLACE -> ArticleField.PLACE;
      case ORGANISATION -> ArticleField.ORG;
      case ISSUE -> ArticleField.ISSUE;
    };
  }

  @Override
  public EngineStatus status() {
    return new EngineStatus("scan", "", "0", "0", archive.size(), now, 0);
  }

  @Override
  public void close() {}

  private static Comparator<ScanArticle> order(Sort sort) {
    Comparator<ScanArticle> byDate =
        switch (sort) {
          case RELEVANCE, NEWEST -> NEWEST_FIRST;
          case OLDEST -> OLDEST_FIRST;
        };
    return byDate.thenComparing(article -> article.article().id().value(), BY_CODE_POINT);
  }

  private static @Nullable Published published(ScanArticle article) {
    return article.article().published();
  }

  private Facet facet(
      ArticleField field, int limit, List<ScanArticle> counted, SearchRequest request) {
    List<String> selected = selected(field, request);
    var counts = new TreeMap<String, Long>(BY_CODE_POINT);
    counted.forEach(
        article -> article.values(field).forEach(value -> counts.merge(value, 1L, Long::sum)));
    Comparator<Map.Entry<String, Long>> order =
        Map.Entry.<String, Long>comparingByValue()
            .reversed()
            .thenComparingInt(value -> names.containers(field, value.getKey()).size());
    var listed = new LinkedHashSet<String>();
    counts.entrySet().stream()
        .filter(value -> isListed(field, value.getKey(), counts))
        .sorted(order)
        .limit(limit)
        .forEach(value -> listed.add(value.getKey()));
    for (String value : selected) {
      listed.add(value);
      counts.entrySet().stream()
          .filter(inner -> names.containers(field, inner.getKey()).contains(value))
          .filter(inner -> isListed(field, inner.getKey(), counts))
          .sorted(order)
          .limit(Facet.NARROWER_MAX)
          .forEach(inner -> listed.add(inner.getKey()));
    }
    request.filters().stream()
        .filter(filter -> filter.field() == field)
        .forEach(filter -> listed.addAll(filter.not()));
    List<Facet.Item> items =
        listed.stream()
            .map(value ->
                new Facet.Item(
                    value,
                    names.labelOf(field, value),
                    counts.getOrDefault(value, 0L),
                    selected.contains(value),
                    containers(field, value).stream()
                        .filter(listed::contains)
                        .findFirst()
                        .orElse(null)))
            .toList();
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    return new Facet(
        field,
        items,
        counts.size(),
        counted.stream().filter(article -> article.values(field).isEmpty()).count(),
        all - items.stream().mapToLong(Facet.Item::count).sum());
  }

  /// None of a value that no article has.
  private List<String> containers(ArticleField field, String value) {
    return archive.stream().anyMatch(article -> article.values(field).contains(value))
        ? names.containers(field, value)
        : List.of();
  }

  /// Continents are not listed, and states only where they hold more than one place's articles.
  private boolean isListed(ArticleField field, String value, Map<String, Long> counts) {
    return !names.isWide(field, value)
        && !(names.isArea(field, value)
            && counts.entrySet().stream()
                .anyMatch(inner ->
                    inner.getValue().equals(counts.get(value))
                        && names.containers(field, inner.getKey()).contains(value)));
  }

  private static List<String> selected(ArticleField field, SearchRequest request) {
    return request.filters().stream()
        .filter(filter -> filter.field() == field)
        .flatMap(filter -> Stream.of(filter.any(), filter.all()).flatMap(List::stream))
        .distinct()
        .toList();
  }

  private static @Nullable DateHistogram histogram(
      SearchRequest request, List<ScanArticle> matching, Predicate<ScanArticle> passes) {
    if (request.facets().interval() == null) {
      return null;
    }
    var dates = new ArrayList<@Nullable Published>();
    matching.stream().filter(passes).forEach(article -> dates.add(published(article)));
    return new ScanDates(request.zone()).histogram(dates, request.facets().interval());
  }

  private Hit hit(ScanArticle scanned, int duplicates) {
    Article article = scanned.article();
    return new Hit(
        article.id(),
        article.headline(),
        article.published(),
        article.source(),
        article.section(),
        article.byline(),
        article.dateline(),
        article.language(),
        0,
        duplicates,
        labels(scanned, EntityKind.PERSON),
        labels(scanned, EntityKind.PLACE),
        labels(scanned, EntityKind.ORGANISATION),
        labels(scanned, EntityKind.ISSUE),
        List.of());
  }

  private List<Hit.Label> labels(ScanArticle article, EntityKind kind) {
    return article.entities().stream()
        .filter(entity -> entity.kind() == kind && entity.isSalient())
        .map(ScanEntity::id)
        .limit(ENTITIES_SHOWN_MAX)
        .map(id -> new Hit.Label(id, names.labelOf(kind, id)))
        .toList();
  }

  private List<String> absentWords(SearchRequest request) {
    var absent = new LinkedHashSet<String>();
    List<Twin> twins = archive.stream().map(ScanArticle::twin).distinct().sorted().toList();
    for (Clause.Ranked ranked : rankedIn(request.query().clause())) {
      for (Twin twin : twins) {
        ScanWords read = ScanWords.of(ranked.words(), twin, names, request.variants(), true);
        for (ScanWord word : read.words()) {
          boolean isNamed =
              archive.stream()
                  .anyMatch(article ->
                      (read.named().containsKey(word) && read.named().get(word).isNamedIn(article))
                          || (article.twin() == twin
                              && read.isAsGoodIn(
                                  article, word, EnumSet.of(TextZone.HEADLINE, TextZone.BODY))));
          boolean isPiece =
              twin != Twin.CJK && twins.contains(Twin.CJK) && CJK.matcher(word.typed()).find();
          if (!isPiece && !isNamed && !isKnown(word.typed(), twins, request.variants())) {
            absent.add(word.typed());
          }
        }
      }
    }
    return List.copyOf(absent);
  }

  /// Whether some language's reading of the word is held.
  private boolean isKnown(String typed, List<Twin> twins, boolean hasVariants) {
    return twins.stream()
        .anyMatch(twin ->
            ScanWords.of(List.of(typed), twin, names, hasVariants, false).words().stream()
                .anyMatch(word -> holdsAnywhere(word, twin)));
  }

  private boolean holdsAnywhere(ScanWord word, Twin twin) {
    return archive.stream()
        .anyMatch(article ->
            article.holdsAny(TextZone.BYLINE, word.plains())
                || (article.twin() == twin
                    && (article.holdsAny(TextZone.HEADLINE, word.stems())
                        || article.holdsAny(TextZone.BODY, word.stems()))));
  }

  private static List<Clause.Ranked> rankedIn(Clause clause) {
    return switch (clause) {
      case Clause.Ranked ranked -> List.of(ranked);
      case Clause.All(var parts) ->
          parts.stream().flatMap(part -> rankedIn(part).stream()).toList();
      case Clause.Any(var parts) ->
          parts.stream().flatMap(part -> rankedIn(part).stream()).toList();
      case Clause.Everything _,
          Clause.Phrase _,
          Clause.Passage _,
          Clause.Entity _,
          Clause.AnyEntity _,
          Clause.Value _,
          Clause.PublishedRange _,
          Clause.WordsRange _,
          Clause.Not _ ->
          List.of();
    };
  }
}
