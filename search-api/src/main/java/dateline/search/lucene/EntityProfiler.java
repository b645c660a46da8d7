package dateline.search.lucene;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Rights;
import dateline.corpus.store.ArchiveReader;
import dateline.index.schema.ArticleField;
import dateline.index.schema.EntityMention;
import dateline.search.engine.Association;
import dateline.search.engine.DateFilter;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.EntityProfile.Name;
import dateline.search.engine.EntityProfile.Related;
import dateline.search.engine.FacetRequest.Interval;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Gathers what a generation knows of one entity, in one pass over its articles.
final class EntityProfiler {
  /// Articles, newest first, that are read for the spellings of a name.
  static final int READ_MAX = 100;

  private final OpenGeneration generation;
  private final EntityDirectory names;
  private final ArchiveReader archive;
  private final RequestPass.Setting setting;
  private final SearchRequest newest;

  /// @param newest asks for everything, the newest first
  EntityProfiler(ArchiveReader archive, RequestPass.Setting setting, SearchRequest newest) {
    this.generation = setting.generation();
    this.names = generation.names();
    this.archive = archive;
    this.setting = setting;
    this.newest = newest;
  }

  /// An ordinal of a field with how strikingly it goes with the entity.
  private record Candidate(int ordinal, int together, int articles, double association) {
    static final Comparator<Candidate> ORDER =
        Comparator.comparingDouble((Candidate each) -> -each.association)
            .thenComparingInt(Candidate::ordinal);
  }

  Optional<EntityProfile> of(EntityKind kind, String asked) throws IOException {
    Optional<String> shown = names.shown(kind, asked);
    if (shown.isEmpty() || !(names.isId(kind, asked) || names.isId(kind, shown.get()))) {
      return Optional.empty();
    }
    String id = shown.get();
    ArticleField field = ArticleRows.filterOf(kind);
    Pass pass = pass(field, id);
    if (pass.total() == 0 && kind == EntityKind.PLACE) {
      field = ArticleField.PLACE_MENTION;
      pass = pass(field, id);
    }
    if (pass.total() == 0 && !names.isListed(kind, id)) {
      return Optional.empty(); // only articles that are gone named it
    }
    var hits = new HitReader(generation, archive);
    var newestHits = new ArrayList<Hit>();
    for (BestHits.Candidate each : pass.newest.stream().limit(EntityProfile.NEWEST_MAX).toList()) {
      newestHits.add(hits.hit(each.article(), each.duplicates()));
    }
    var related = new EnumMap<EntityKind, List<Related>>(EntityKind.class);
    for (EntityKind other : EntityKind.values()) {
      related.put(other, related(other, kind, id, pass));
    }
    return Optional.of(
        new EntityProfile(
            generation.name(),
            kind,
            id,
            names.labelOf(kind, id),
            names.aliasesOf(kind, id),
            kind == EntityKind.ISSUE ? List.of() : spellings(kind, id, pass.newest),
            within(kind, id),
            field,
            pass.total(),
            pass.total() == 0 ? null : pass.dates.histogram(Interval.AUTO),
            inside(kind, id, pass),
            related,
            sources(pass.counters.get(ArticleField.SOURCE)),
            newestHits));
  }

  private List<Hit.Label> within(EntityKind kind, String id) {
    return names.withContainers(kind, id).stream()
        .skip(1)
        .map(container -> new Hit.Label(container, names.labelOf(kind, container)))
        .toList();
  }

  private record Pass(
      ArticleField field,
      MatchPass matches,
      Map<ArticleField, FacetCounter> counters,
      DateCounter dates,
      List<BestHits.Candidate> newest) {
    long total() {
      return matches.total();
    }
  }

  private Pass pass(ArticleField field, String id) throws IOException {
    var counters = new EnumMap<ArticleField, FacetCounter>(ArticleField.class);
    for (ArticleField counted :
        List.of(
            ArticleField.PERSON,
            ArticleField.PLACE,
            ArticleField.PLACE_MENTION,
            ArticleField.ORG,
            ArticleField.ISSUE,
            ArticleField.SOURCE)) {
      ShownValues values = generation.values(counted);
      if (values != null) {
        counters.put(counted, new FacetCounter(values));
      }
    }
    var dates = new DateCounter(newest.zone());
    var matches =
        new MatchPass(
            newest,
            List.of(),
            generation,
            DateFilter.NONE,
            List.copyOf(counters.values()),
            dates,
            null,
            setting.isTimeUp());
    Query query = ClauseCompiler.values(field, names.found(field, id));
    matches.run(
        generation
            .searcher()
            .createWeight(generation.searcher().rewrite(query), matches.scoreMode(), 1),
        generation.reader().leaves());
    return new Pass(field, matches, counters, dates, matches.hits());
  }

  private List<Related> inside(EntityKind kind, String id, Pass pass) throws IOException {
    FacetCounter counter = pass.counters.get(pass.field);
    if (counter == null || generation.containment(pass.field) == null) {
      return List.of();
    }
    int[] counts = counter.counts();
    int[] articles = generation.totals(pass.field);
    ShownValues.Table values = counter.values();
    var inside = new ArrayList<Related>();
    for (int ordinal :
        IntStream.range(0, counts.length)
            .filter(each -> counts[each] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(each -> -counts[each]))
            .toList()) {
      String value = values.value(ordinal);
      if (inside.size() < EntityProfile.RELATED_MAX
          && !value.equals(id)
          && names.withContainers(kind, value).contains(id)) {
        inside.add(
            new Related(
                kind, value, names.labelOf(kind, value), counts[ordinal], articles[ordinal]));
      }
    }
    return inside;
  }

  private List<Related> related(EntityKind other, EntityKind kind, String id, Pass pass)
      throws IOException {
    ArticleField field = ArticleRows.filterOf(other);
    FacetCounter counter = pass.counters.get(field);
    if (counter == null) {
      return List.of();
    }
    int[] together = counter.counts();
    int[] articles = generation.totals(field);
    long one = pass.total();
    long all = generation.reader().numDocs();
    int least = one == 1 ? 1 : 2; // what two share once may be an accident
    List<Candidate> candidates =
        IntStream.range(0, together.length)
            .filter(ordinal -> together[ordinal] >= least)
            .mapToObj(ordinal ->
                new Candidate(
                    ordinal,
                    together[ordinal],
                    articles[ordinal],
                    Association.of(together[ordinal], one, articles[ordinal], all)))
            .filter(candidate -> candidate.association > 0)
            .sorted(Candidate.ORDER)
            .toList();
    ShownValues.Table values = counter.values();
    Set<String> own = other == kind ? names.withContainers(kind, id) : Set.of();
    Set<String> areas = other == EntityKind.PLACE ? areasOfOnePlace(candidates, values) : Set.of();
    var related = new ArrayList<Related>();
    for (Candidate candidate : candidates) {
      String value = values.value(candidate.ordinal);
      if (related.size() < EntityProfile.RELATED_MAX
          && !own.contains(value)
          && !(other == kind && names.withContainers(kind, value).contains(id))
          && !areas.contains(value)
          && !(other == EntityKind.PLACE && names.isWide(value))) {
        related.add(
            new Related(
                other, value, names.labelOf(other, value), candidate.together, candidate.articles));
      }
    }
    return related;
  }

  /// An area that appears only because one place in it does tells nothing more.
  private Set<String> areasOfOnePlace(List<Candidate> candidates, ShownValues.Table values)
      throws IOException {
    var together = new HashMap<String, Integer>();
    for (Candidate candidate : candidates) {
      String value = values.value(candidate.ordinal);
      names.withContainers(EntityKind.PLACE, value).stream()
          .skip(1)
          .filter(names::isArea)
          .forEach(area -> together.merge(area, candidate.together, Math::max));
    }
    var areas = new HashSet<String>();
    for (Candidate candidate : candidates) {
      String value = values.value(candidate.ordinal);
      if (together.getOrDefault(value, 0) == candidate.together) {
        areas.add(value);
      }
    }
    return areas;
  }

  private static List<EntityProfile.Source> sources(@Nullable FacetCounter counter)
      throws IOException {
    if (counter == null) {
      return List.of();
    }
    int[] counts = counter.counts();
    ShownValues.Table values = counter.values();
    var sources = new ArrayList<EntityProfile.Source>();
    for (int ordinal :
        IntStream.range(0, counts.length)
            .filter(each -> counts[each] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(each -> -counts[each]))
            .limit(EntityProfile.SOURCES_MAX)
            .toList()) {
      sources.add(new EntityProfile.Source(values.value(ordinal), counts[ordinal]));
    }
    return sources;
  }

  private List<Name> spellings(EntityKind kind, String id, List<BestHits.Candidate> articles)
      throws IOException {
    Set<String> found = new HashSet<>(names.found(kind, id));
    var rows = new ArticleRows(generation);
    var counts = new HashMap<String, Long>();
    for (BestHits.Candidate candidate : articles) {
      int number = candidate.article();
      List<EntityMention> mentions =
          rows.mentions(number).stream()
              .filter(mention ->
                  mention.kind() == kind && found.contains(mention.id()) && mention.isByName())
              .toList();
      Optional<Article> article =
          mentions.isEmpty() ? Optional.empty() : archive.version(rows.sequence(number));
      if (article.isPresent() && Rights.of(article.get()) == Rights.FULL) {
        for (EntityMention mention : mentions) {
          String text = article.get().text(mention.zone());
          int start = text.offsetByCodePoints(0, mention.start());
          int end = text.offsetByCodePoints(start, mention.end() - mention.start());
          counts.merge(text.substring(start, end).replaceAll("\\s+", " "), 1L, Long::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .map(each -> new Name(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingLong((Name name) -> -name.count()).thenComparing(Name::text))
        .limit(EntityProfile.NAMES_MAX)
        .toList();
  }
}
