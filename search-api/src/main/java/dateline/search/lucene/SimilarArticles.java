package dateline.search.lucene;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.corpus.Rights;
import dateline.corpus.store.ArchiveReader;
import dateline.index.language.ArticleLanguage;
import dateline.index.schema.ArticleCard;
import dateline.index.schema.ArticleField;
import dateline.index.schema.IndexNames;
import dateline.search.engine.Similar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// Finds the articles that have most of what tells one article from the rest. Its near-copies are
/// none of them, and of others' near-copies the most similar one stands for all.
///
/// An article's share is the weight of the [Telling] parts that it has too, over the weight of all.
/// Lucene proposes candidates by the same sum in single precision; the share that counts is summed
/// here, so that the order is the same on every machine.
final class SimilarArticles {
  /// Below it, articles of the sample archive were related by accident.
  private static final double SHARE_MIN = 0.22;

  /// The same for articles that have nothing but words and places in common.
  private static final double SHARE_MIN_WITHOUT_SUBJECT = 0.35;

  private static final int PARTS_MIN = 3;
  private static final int CANDIDATES_PER_ANSWER = 3;
  private static final int CANDIDATES_MIN = 30;
  private static final int WORDS_TOLD_MAX = 6;

  private final OpenGeneration generation;
  private final ArchiveReader archive;
  private final ArticleRows rows;

  SimilarArticles(OpenGeneration generation, ArchiveReader archive) {
    this.generation = generation;
    this.archive = archive;
    this.rows = new ArticleRows(generation);
  }

  /// A candidate with the parts that it has.
  private record Scored(int number, String id, double weight, List<Telling> shared) {}

  List<Similar> of(ArticleId id, int limit) throws IOException {
    OptionalInt number = rows.numberOf(id);
    Optional<Article> article =
        number.isEmpty()
            ? Optional.empty()
            : archive.version(rows.sequence(number.getAsInt())).map(ArticleLanguage::named);
    if (article.isEmpty()) {
      return List.of();
    }
    List<Telling> parts =
        new TellingParts(generation, article.get(), rows.mentions(number.getAsInt()))
            .of(about(rows.card(number.getAsInt())));
    if (parts.isEmpty()) {
      return List.of();
    }
    double all = parts.stream().mapToDouble(Telling::weight).sum();
    var reader = new HitReader(generation, archive);
    boolean isFull = Rights.of(article.get()) == Rights.FULL;
    var found = new ArrayList<Similar>();
    var stories = new HashSet<Long>();
    for (Scored scored : scored(parts, candidates(parts, number.getAsInt(), limit))) {
      double share = scored.weight / all;
      if (found.size() < limit
          && isEnough(share, scored.shared)
          && isFirst(rows.story(scored.number), stories)) {
        boolean tellsWords = isFull && mayTell(scored.number);
        found.add(similar(reader, scored, share, tellsWords ? WORDS_TOLD_MAX : 0));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isFirst(long story, Set<Long> stories) {
    return story == 0 || stories.add(story);
  }

  private static boolean isEnough(double share, List<Telling> shared) {
    boolean hasSubject =
        shared.stream()
            .map(Telling::entity)
            .anyMatch(entity -> entity != null && entity.field() != ArticleField.PLACE);
    return shared.size() >= PARTS_MIN
        && share >= (hasSubject ? SHARE_MIN : SHARE_MIN_WITHOUT_SUBJECT);
  }

  private static Map<EntityKind, List<String>> about(ArticleCard card) {
    var about = new EnumMap<EntityKind, List<String>>(EntityKind.class);
    for (EntityKind kind : EntityKind.values()) {
      about.put(kind, card.entities(kind));
    }
    return about;
  }

  private int[] candidates(List<Telling> parts, int self, int limit) throws IOException {
    var query = new BooleanQuery.Builder();
    for (Telling part : parts) {
      query.add(
          new BoostQuery(new ConstantScoreQuery(oneOf(part.terms())), (float) part.weight()),
          Occur.SHOULD);
    }
    long own = rows.story(self);
    if (own != 0) {
      query.add(NumericDocValuesField.newSlowExactQuery(IndexNames.STORY, own), Occur.MUST_NOT);
    }
    int wanted = Math.max(CANDIDATES_MIN, limit * CANDIDATES_PER_ANSWER) + 1;
    return Arrays.stream(generation.searcher().search(query.build(), wanted).scoreDocs)
        .mapToInt((ScoreDoc found) -> found.doc)
        .filter(number -> number != self)
        .toArray();
  }

  private static Query oneOf(List<Term> terms) {
    var query = new BooleanQuery.Builder();
    terms.forEach(term -> query.add(new TermQuery(term), Occur.SHOULD));
    return query.build();
  }

  /// Best first, then by id.
  private List<Scored> scored(List<Telling> parts, int[] candidates) throws IOException {
    var scored = new ArrayList<Scored>();
    for (int candidate : candidates) {
      var shared = new ArrayList<Telling>();
      for (Telling part : parts) {
        if (holdsOneOf(part.terms(), candidate)) {
          shared.add(part);
        }
      }
      double weight = shared.stream().mapToDouble(Telling::weight).sum();
      scored.add(new Scored(candidate, rows.card(candidate).id(), weight, shared));
    }
    scored.sort(Comparator.comparingDouble(Scored::weight).reversed().thenComparing(Scored::id));
    return scored;
  }

  private boolean holdsOneOf(List<Term> terms, int number) throws IOException {
    var leaves = generation.reader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
    for (Term term : terms) {
      var field = leaf.reader().terms(term.field());
      if (field != null) {
        TermsEnum found = field.iterator();
        if (found.seekExact(term.bytes())) {
          PostingsEnum postings = found.postings(null, PostingsEnum.NONE);
          if (postings.advance(number - leaf.docBase) == number - leaf.docBase) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Words that two articles share are text of both.
  private boolean mayTell(int number) throws IOException {
    return archive
        .version(rows.sequence(number))
        .filter(other -> Rights.of(other) == Rights.FULL)
        .isPresent();
  }

  private static Similar similar(HitReader reader, Scored scored, double share, int wordsMax)
      throws IOException {
    var entities = new ArrayList<Similar.Entity>();
    var words = new ArrayList<String>();
    for (Telling part : scored.shared) {
      if (part.entity() != null) {
        entities.add(part.entity());
      } else if (words.size() < wordsMax) {
        words.add(part.label());
      }
    }
    return new Similar(reader.hit(scored.number, 0), share, entities, words);
  }
}
