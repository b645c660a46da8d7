package dateline.search.lucene;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.Rights;
import dateline.corpus.store.ArchiveReader;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.language.ArticleLanguage;
import dateline.index.schema.ArticleCard;
import dateline.index.schema.EntityMention;
import dateline.index.schema.Twin;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Snippet;
import dateline.search.engine.Sort;
import dateline.search.engine.StoredArticle;
import dateline.search.query.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Makes hits and whole articles out of a generation's rows and the store's texts. The store is
/// read only where a text is shown.
final class HitReader {
  private final OpenGeneration generation;
  private final ArticleRows rows;
  private final EntityDirectory names;
  private final ArchiveReader archive;

  HitReader(OpenGeneration generation, ArchiveReader archive) {
    this.generation = generation;
    this.rows = new ArticleRows(generation);
    this.names = generation.names();
    this.archive = archive;
  }

  List<Hit> hits(List<BestHits.Candidate> shown, SearchRequest request) throws IOException {
    var hits = new ArrayList<Hit>();
    var reader = new WordReader(names, request.variants());
    for (BestHits.Candidate candidate : shown) {
      hits.add(
          hit(
              candidate.article(),
              request.sort() == Sort.RELEVANCE ? candidate.key().score() : 0,
              candidate.duplicates(),
              request.snippets() == 0
                  ? List.of()
                  : snippets(candidate.article(), request, reader)));
    }
    return hits;
  }

  /// An article in a list that no search made: without score and snippets.
  ///
  /// @param duplicates how many others are folded behind it
  Hit hit(int number, int duplicates) throws IOException {
    return hit(number, 0, duplicates, List.of());
  }

  private Hit hit(int number, double score, int duplicates, List<Snippet> snippets)
      throws IOException {
    ArticleCard card = rows.card(number);
    return new Hit(
        new ArticleId(card.id()),
        card.headline(),
        card.published(),
        card.source(),
        card.section(),
        card.byline(),
        card.dateline(),
        card.language(),
        score,
        duplicates,
        labels(card, EntityKind.PERSON),
        labels(card, EntityKind.PLACE),
        labels(card, EntityKind.ORGANISATION),
        labels(card, EntityKind.ISSUE),
        snippets);
  }

  /// The article with its entities, as much of it as may be shown; empty when the generation has
  /// none of this id.
  Optional<StoredArticle> article(ArticleId id) throws IOException {
    OptionalInt number = rows.numberOf(id);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Optional<Article> article =
        archive.version(rows.sequence(number.getAsInt())).map(ArticleLanguage::named);
    return article.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StoredArticle(article.get(), entities(number.getAsInt()), copies(number.getAsInt()))
                .shown());
  }

  private List<Hit> copies(int number) throws IOException {
    var found = new ArrayList<BestHits.Candidate>();
    for (int article : generation.stories().articles(rows.story(number))) {
      if (article != number) {
        found.add(new BestHits.Candidate(rows.date(article), article, 0));
      }
    }
    found.sort(Comparator.comparing(BestHits.Candidate::key, HitOrder.of(Sort.OLDEST)));
    var copies = new ArrayList<Hit>();
    for (BestHits.Candidate copy :
        found.subList(0, Math.min(StoredArticle.COPIES_MAX, found.size()))) {
      copies.add(hit(copy.article(), 0));
    }
    return copies;
  }

  private List<Hit.Label> labels(ArticleCard card, EntityKind kind) {
    return shown(kind, card).map(id -> new Hit.Label(id, names.labelOf(kind, id))).toList();
  }

  private Stream<String> shown(EntityKind kind, ArticleCard card) {
    return card.entities(kind).stream().flatMap(id -> names.shown(kind, id).stream()).distinct();
  }

  private List<Snippet> snippets(int number, SearchRequest request, WordReader reader)
      throws IOException {
    Optional<Article> article = archive.version(rows.sequence(number)).map(ArticleLanguage::named);
    int most = article.map(found -> Rights.of(found).snippets(request.snippets())).orElse(0);
    if (article.isEmpty() || most == 0) {
      return List.of();
    }
    Clause clause = request.query().clause();
    Twin twin = ArticleAnalyzers.twinOf(article.get().language());
    List<EntityMention> mentions =
        asksForEntity(clause, twin, reader) ? rows.mentions(number) : List.of();
    var marked = MatchedRanges.of(clause, article.get(), mentions, names, request.in(), reader);
    return Snippets.of(article.get(), marked, most, request.highlight());
  }

  /// Mentions are stored, and reading what is stored costs more than all else of a hit.
  private boolean asksForEntity(Clause clause, Twin twin, WordReader reader) throws IOException {
    return switch (clause) {
      case Clause.Entity _, Clause.AnyEntity _, Clause.Passage _ -> true;
      case Clause.Ranked(var words, _) ->
          !reader.read(words, twin, true).equivalents().named().isEmpty();
      case Clause.All(var parts) -> anyAsksForEntity(parts, twin, reader);
      case Clause.Any(var parts) -> anyAsksForEntity(parts, twin, reader);
      case Clause.Everything _, Clause.Phrase _, Clause.Value _, Clause.Not _ -> false;
      case Clause.PublishedRange _, Clause.WordsRange _ -> false;
    };
  }

  private boolean anyAsksForEntity(List<Clause> parts, Twin twin, WordReader reader)
      throws IOException {
    for (Clause part : parts) {
      if (asksForEntity(part, twin, reader)) {
        return true;
      }
    }
    return false;
  }

  private List<StoredArticle.Entity> entities(int number) throws IOException {
    List<EntityMention> mentions = rows.mentions(number);
    ArticleCard card = rows.card(number);
    var entities = new ArrayList<StoredArticle.Entity>();
    for (EntityKind kind : EntityKind.values()) {
      Map<String, List<StoredArticle.Stretch>> stretches = new LinkedHashMap<>();
      shown(kind, card).forEach(id -> stretches.put(id, new ArrayList<>()));
      for (EntityMention mention : mentions) {
        if (mention.kind() == kind && !mention.isPronoun()) {
          names
              .shown(kind, mention.id())
              .ifPresent(id ->
                  stretches
                      .computeIfAbsent(id, _ -> new ArrayList<>())
                      .add(
                          new StoredArticle.Stretch(
                              mention.zone(), mention.start(), mention.end())));
        }
      }
      Set<String> filterable = rows.values(number, ArticleRows.filterOf(kind));
      stretches.forEach((id, where) ->
          entities.add(
              new StoredArticle.Entity(
                  kind,
                  id,
                  names.labelOf(kind, id),
                  names.found(kind, id).stream().anyMatch(filterable::contains),
                  where)));
    }
    return entities;
  }
}
