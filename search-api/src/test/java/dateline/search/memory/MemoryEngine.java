package dateline.search.memory;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.NearestName;
import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.Collapse;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.EngineStatus;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Explanation;
import dateline.search.engine.Facet;
import dateline.search.engine.FacetValues;
import dateline.search.engine.Hit;
import dateline.search.engine.Relaxation;
import dateline.search.engine.Relaxations;
import dateline.search.engine.RequestReader;
import dateline.search.engine.Respelling;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Similar;
import dateline.search.engine.Snippet;
import dateline.search.engine.Sort;
import dateline.search.engine.StoredArticle;
import dateline.search.engine.Suggestions;
import dateline.search.engine.VersionReader;
import dateline.search.engine.VersionText;
import dateline.search.query.WordExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Answers from a list of articles by looking at every one. A cursor is the number of hits before
/// it.
public final class MemoryEngine implements SearchEngine, ArticleTexts {
  public static final String GENERATION = "20261123T020000Z-1";

  private final List<StoredArticle> articles;
  private final Map<ArticleId, String> stories;
  private final List<Article> earlier;

  public MemoryEngine(List<StoredArticle> articles) {
    this(articles, Map.of(), List.of());
  }

  /// @param stories of articles that are near-identical to others; any name for each
  public MemoryEngine(List<StoredArticle> articles, Map<ArticleId, String> stories) {
    this(articles, stories, List.of());
  }

  /// @param articles as they are now
  /// @param earlier versions of some of them, earliest first
  public MemoryEngine(List<StoredArticle> articles, List<Article> earlier) {
    this(articles, Map.of(), earlier);
  }

  public MemoryEngine(
      List<StoredArticle> articles, Map<ArticleId, String> stories, List<Article> earlier) {
    this.articles = List.copyOf(articles);
    this.stories = Map.copyOf(stories);
    this.earlier = List.copyOf(earlier);
  }

  @Override
  public SearchPage search(SearchRequest request) throws IOException {
    var matcher = new Matcher(request);
    List<StoredArticle> found =
        articles.stream()
            .filter(article -> matcher.matches(article) && isOf(request.story(), article))
            .filter(inThreads(request))
            .sorted(order(request, matcher))
            .toList();
    List<Folded> folded = folded(found, request.collapse());
    int start = request.cursor() == null ? request.offset() : position(request.cursor());
    List<Hit> hits =
        folded.stream()
            .skip(start)
            .limit(request.limit())
            .map(each -> hit(each, request, matcher))
            .toList();
    int end = start + hits.size();
    var counter =
        new Counter(
            articles.stream().filter(article -> isOf(request.story(), article)).toList(), request);
    List<Facet> facets =
        request.facets().fields().entrySet().stream()
            .map(field -> counter.facet(field.getKey(), field.getValue()))
            .toList();
    DateHistogram dates =
        request.facets().interval() == null ? null : counter.histogram(request.facets().interval());
    return new SearchPage(
        GENERATION,
        found.size(),
        folded(found, Collapse.DUPLICATES).size(),
        hits,
        facets,
        dates,
        end < folded.size() && end > start ? Integer.toString(end) : null,
        matcher.words().stream()
            .filter(word -> articles.stream().noneMatch(article -> Matcher.holds(article, word)))
            .toList(),
        List.of(),
        found.isEmpty() && !request.asksForEverything() ? relaxations(request) : List.of(),
        respelled(request, found.size()),
        false);
  }

  /// An article of a list with how many stand behind it.
  private record Folded(StoredArticle article, int duplicates) {}

  private List<Folded> folded(List<StoredArticle> found, Collapse collapse) {
    var folded = new LinkedHashMap<Object, Folded>();
    for (StoredArticle article : found) {
      ArticleId id = article.article().id();
      Object key = collapse == Collapse.NONE ? id : stories.getOrDefault(id, id.value());
      folded.merge(
          key,
          new Folded(article, 0),
          (leader, _) -> new Folded(leader.article, leader.duplicates + 1));
    }
    return List.copyOf(folded.values());
  }

  private boolean isOf(@Nullable ArticleId story, StoredArticle stored) {
    ArticleId id = stored.article().id();
    String name = story == null ? null : stories.get(story);
    return story == null || id.equals(story) || (name != null && name.equals(stories.get(id)));
  }

  private Predicate<StoredArticle> inThreads(SearchRequest request) {
    List<ArticleId> ids =
        request.threads().stream()
            .flatMap(id -> thread(new ArticleId(id)).stream())
            .map(Hit::id)
            .toList();
    return stored -> request.threads().isEmpty() || ids.contains(stored.article().id());
  }

  /// The first word that no article holds in the spelling nearest to it of those that some do.
  private @Nullable Respelling respelled(SearchRequest request, long found) {
    List<String> words =
        articles.stream().flatMap(article -> Matcher.words(article).stream()).distinct().toList();
    for (String word : WordExchange.words(request.query().clause())) {
      Optional<String> meant = NearestName.of(word, words);
      if (request.suggest()
          && meant.isPresent()
          && !words.contains(word.toLowerCase(Locale.ROOT))) {
        SearchRequest other =
            WordExchange.exchanged(request.query(), word, meant.get())
                .map(query -> request.asking(query, request.filters(), request.dates()))
                .orElse(request);
        return count(other) > found
            ? new Respelling(List.of(new Respelling.Word(word, meant.get())), count(other), other)
            : null;
      }
    }
    return null;
  }

  private long count(SearchRequest request) {
    return articles.stream()
        .filter(new Matcher(request)::matches)
        .filter(article -> isOf(request.story(), article))
        .filter(inThreads(request))
        .count();
  }

  private List<Relaxation> relaxations(SearchRequest request) throws IOException {
    return Relaxations.of(
        request,
        this::count,
        (field, value) ->
            articles.stream()
                .flatMap(stored -> values(stored, field).stream())
                .filter(held -> held.id().equals(value))
                .map(Hit.Label::label)
                .findFirst()
                .orElse(value));
  }

  @Override
  public FacetValues values(FacetValues.Request request) {
    return new Lookup(articles).values(request);
  }

  @Override
  public Suggestions suggest(String typed, int limit) {
    return new Lookup(articles).suggest(typed, limit);
  }

  @Override
  public Optional<Explanation> explain(SearchRequest request, ArticleId id) {
    var matcher = new Matcher(request);
    return whole(id)
        .map(article ->
            matcher.matches(article)
                ? new Explanation(
                    id, true, matcher.score(article), "The article matches.", List.of(), null)
                : new Explanation(id, false, 0, "The article does not match.", List.of(), null));
  }

  @Override
  public List<Similar> similar(ArticleId id, int limit) {
    return whole(id)
        .map(one ->
            Resemblance.to(
                one, articles.stream().filter(other -> !isOf(id, other)).toList(), limit))
        .orElse(List.of());
  }

  /// The article and all that resembles it.
  @Override
  public List<Hit> thread(ArticleId id) {
    List<ArticleId> resembling =
        similar(id, articles.size()).stream().map(similar -> similar.hit().id()).toList();
    return articles.stream()
        .filter(stored ->
            stored.article().id().equals(id) || resembling.contains(stored.article().id()))
        .sorted(Comparator.comparing(MemoryEngine::instantUndatedLast))
        .map(stored -> hit(stored, 0, 0, List.of()))
        .toList();
  }

  private static Instant instantUndatedLast(StoredArticle stored) {
    return stored.article().published() == null ? Instant.MAX : instant(stored);
  }

  /// What shares an article with it appears with it.
  @Override
  public Optional<EntityProfile> entity(EntityKind kind, String id) throws IOException {
    String field = kind.word();
    SearchRequest about =
        new RequestReader(DoorDefaults.API, Clock.systemUTC())
            .read(Map.of(field, List.of(id), "sort", List.of("newest")))
            .request();
    SearchPage page = search(about);
    Optional<StoredArticle.Entity> known =
        articles.stream().flatMap(stored -> entities(stored, kind, id).stream()).findFirst();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var related = new EnumMap<EntityKind, List<EntityProfile.Related>>(EntityKind.class);
    var sources = new ArrayList<EntityProfile.Source>();
    for (Facet facet : page.facets()) {
      for (Facet.Item item : facet.items()) {
        EntityKind.of(facet.field().parameter())
            .filter(other -> other != kind)
            .ifPresent(other ->
                related
                    .computeIfAbsent(other, _ -> new ArrayList<>())
                    .add(
                        new EntityProfile.Related(
                            other, item.value(), item.label(), item.count(), item.count())));
        if (facet.field() == ArticleField.SOURCE) {
          sources.add(new EntityProfile.Source(item.value(), item.count()));
        }
      }
    }
    return Optional.of(
        new EntityProfile(
            GENERATION,
            kind,
            id,
            known.get().label(),
            List.of("Also " + known.get().label()),
            List.of(new EntityProfile.Name(known.get().label(), page.total())),
            kind == EntityKind.PLACE ? List.of(new Hit.Label("asia", "Asia")) : List.of(),
            ArticleField.of(field).orElseThrow(),
            page.total(),
            page.dates(),
            List.of(),
            related,
            sources,
            page.hits()));
  }

  private static List<StoredArticle.Entity> entities(
      StoredArticle stored, EntityKind kind, String id) {
    return stored.entities().stream()
        .filter(entity -> entity.kind() == kind && entity.id().equals(id))
        .toList();
  }

  @Override
  public Optional<StoredArticle> find(ArticleId id) {
    return whole(id)
        .map(stored -> new StoredArticle(stored.article(), stored.entities(), copies(id)).shown());
  }

  private List<Hit> copies(ArticleId id) {
    return articles.stream()
        .filter(other -> !other.article().id().equals(id) && isOf(id, other))
        .sorted(Comparator.comparing(MemoryEngine::instant))
        .map(other -> hit(other, 0, 0, List.of()))
        .toList();
  }

  @Override
  public List<ArticleVersion> versions(ArticleId id) {
    return whole(id).map(current -> versions(current, 0).versions()).orElse(List.of());
  }

  @Override
  public Optional<VersionText> version(ArticleId id, int number) {
    return whole(id).flatMap(current -> versions(current, number).text());
  }

  private VersionReader versions(StoredArticle current, int wanted) {
    var reader = new VersionReader(current.rights(), 0, wanted);
    earlier.stream()
        .filter(version -> version.id().equals(current.article().id()))
        .forEach(reader::next);
    reader.next(current.article());
    return reader;
  }

  private Optional<StoredArticle> whole(ArticleId id) {
    return articles.stream().filter(stored -> stored.article().id().equals(id)).findFirst();
  }

  @Override
  public EngineStatus status() {
    return new EngineStatus(
        GENERATION, "", "0", "0", articles.size(), Instant.parse("2026-11-23T02:00:00Z"), 1);
  }

  @Override
  public void close() {}

  private static int position(String cursor) throws CursorExpired {
    try {
      return Integer.parseInt(cursor);
    } catch (NumberFormatException e) {
      throw new CursorExpired("no list goes on at " + cursor);
    }
  }

  private static Comparator<StoredArticle> order(SearchRequest request, Matcher matcher) {
    Comparator<StoredArticle> newest = Comparator.comparing(MemoryEngine::instant).reversed();
    Comparator<StoredArticle> first =
        switch (request.sort()) {
          case RELEVANCE -> Comparator.comparingDouble(matcher::score).reversed();
          case NEWEST -> newest;
          case OLDEST -> Comparator.comparing(MemoryEngine::instant);
        };
    return first.thenComparing(newest).thenComparing(stored -> stored.article().id());
  }

  /// Undated articles count as older than all others.
  private static Instant instant(StoredArticle stored) {
    Published published = stored.article().published();
    return published == null ? Instant.MIN : published.sortInstant();
  }

  private static Hit hit(Folded folded, SearchRequest request, Matcher matcher) {
    StoredArticle stored = folded.article;
    return hit(
        stored,
        request.sort() == Sort.RELEVANCE ? matcher.score(stored) : 0,
        folded.duplicates,
        Snippets.of(
            stored.article().body(),
            matcher.words(),
            stored.rights().snippets(request.snippets())));
  }

  static Hit hit(StoredArticle stored, double score, int duplicates, List<Snippet> snippets) {
    var article = stored.article();
    return new Hit(
        article.id(),
        article.headline(),
        article.published(),
        article.source(),
        article.section(),
        article.byline(),
        article.dateline(),
        article.language(),
        score,
        duplicates,
        labels(stored, EntityKind.PERSON),
        labels(stored, EntityKind.PLACE),
        labels(stored, EntityKind.ORGANISATION),
        labels(stored, EntityKind.ISSUE),
        snippets);
  }

  private static List<Hit.Label> labels(StoredArticle stored, EntityKind kind) {
    return stored.entities().stream()
        .filter(entity -> entity.kind() == kind && entity.isSalient())
        .map(entity -> new Hit.Label(entity.id(), entity.label()))
        .toList();
  }

  /// The values that an article has in a field, with their labels.
  static List<Hit.Label> values(StoredArticle stored, ArticleField field) {
    var article = stored.article();
    return switch (field) {
      case PERSON -> labels(stored, EntityKind.PERSON);
      case PLACE, PLACE_MENTION -> labels(stored, EntityKind.PLACE);
      case ORG -> labels(stored, EntityKind.ORGANISATION);
      case ISSUE -> labels(stored, EntityKind.ISSUE);
      case SOURCE -> value(article.source());
      case SECTION -> value(article.section());
      case AUTHOR -> value(article.byline());
      case LANGUAGE -> value(article.language());
      case TYPE -> value(article.type());
      case TAG -> article.sourceTags().stream().map(tag -> new Hit.Label(tag, tag)).toList();
    };
  }

  private static List<Hit.Label> value(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : List.of(new Hit.Label(text, text));
  }
}
