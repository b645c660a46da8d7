package dateline.search.lucene;

import dateline.corpus.ArticleId;
import dateline.corpus.store.ArchiveReader;
import dateline.search.engine.SearchEngine.SearchTimeout;
import dateline.search.engine.Sort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/// Finds the thread of an article: the stories of one event. Nothing of it is stored, so it is true
/// of the generation that answers.
///
/// First the articles around the one are gathered, the strongest link first, up to [#ARTICLES_MAX];
/// then they are grouped by [AverageLinkage], and the thread is the group of the one. Links alone
/// would chain: in an archive of 10,000 articles they joined thousands.
final class ThreadFinder {
  /// Most articles that are gathered, and so most of a thread.
  static final int ARTICLES_MAX = 40;

  /// To how many articles a link is looked for: as many as are gathered, so that of many articles
  /// that are alike each leads to all the others.
  private static final int CANDIDATES_MAX = ARTICLES_MAX;

  private static final int WORDS_ASKED_MAX = 24;
  private static final int ENTITIES_ASKED_MAX = 8;

  private final OpenGeneration generation;
  private final BooleanSupplier isTimeUp;
  private final ArticleRows rows;
  private final GistReader gists;
  private final Closeness closeness;
  private final Closeness.Limits limits;

  ThreadFinder(OpenGeneration generation, ArchiveReader archive, BooleanSupplier isTimeUp)
      throws IOException {
    this(generation, archive, isTimeUp, Closeness.Limits.MEASURED);
  }

  ThreadFinder(
      OpenGeneration generation,
      ArchiveReader archive,
      BooleanSupplier isTimeUp,
      Closeness.Limits limits)
      throws IOException {
    this.generation = generation;
    this.isTimeUp = isTimeUp;
    this.limits = limits;
    rows = new ArticleRows(generation);
    gists = new GistReader(generation, archive);
    closeness = new Closeness(generation.days());
  }

  /// An article that a link leads to.
  private record Reached(Gist gist, double similarity) {
    static final Comparator<Reached> STRONGEST =
        Comparator.comparingDouble(Reached::similarity)
            .reversed()
            .thenComparing(reached -> reached.gist().id());
  }

  /// The numbers of the thread's articles, oldest first and undated last, the article itself among
  /// them; empty when no article has the id.
  List<Integer> of(ArticleId id) throws IOException {
    OptionalInt number = rows.numberOf(id);
    Optional<Gist> seed = number.isEmpty() ? Optional.empty() : gists.of(number.getAsInt());
    if (seed.isEmpty()) {
      return List.of();
    }
    List<Gist> near = around(seed.get());
    double[][] similarity = new double[near.size()][near.size()];
    for (int i = 0; i < near.size(); i++) {
      for (int j = 0; j < i; j++) {
        similarity[i][j] = closeness.of(near.get(i), near.get(j));
        similarity[j][i] = similarity[i][j];
      }
    }
    var thread = new ArrayList<Gist>();
    for (int member :
        AverageLinkage.groupOf(near.indexOf(seed.get()), similarity, limits.average())) {
      thread.add(near.get(member));
    }
    thread.sort(
        Comparator.comparing(
            gist -> new HitOrder.Key(0, gist.second(), gist.id()), HitOrder.of(Sort.OLDEST)));
    return thread.stream().map(Gist::number).toList();
  }

  /// By id, so that the same articles are grouped alike whichever of them is asked.
  private List<Gist> around(Gist seed) throws IOException {
    var gathered = new ArrayList<Gist>();
    Set<Integer> numbers = new HashSet<>();
    var reached = new PriorityQueue<>(Reached.STRONGEST);
    reached.add(new Reached(seed, 1));
    while (!reached.isEmpty() && gathered.size() < ARTICLES_MAX) {
      Gist next = reached.remove().gist();
      if (numbers.add(next.number())) {
        gathered.add(next);
        for (Reached linked : links(next)) {
          if (!numbers.contains(linked.gist().number())) {
            reached.add(linked);
          }
        }
      }
    }
    gathered.sort(Comparator.comparing(Gist::id));
    return gathered;
  }

  private List<Reached> links(Gist gist) throws IOException {
    if (isTimeUp.getAsBoolean()) {
      throw new SearchTimeout("finding the thread took too long; try again when less is asked");
    }
    var links = new ArrayList<Reached>();
    // one more, for the article finds itself
    TopDocs candidates = generation.searcher().search(asking(gist), CANDIDATES_MAX + 1);
    for (ScoreDoc found : candidates.scoreDocs) {
      Optional<Gist> other = found.doc == gist.number() ? Optional.empty() : gists.of(found.doc);
      double similarity = other.isEmpty() ? 0 : closeness.of(gist, other.get());
      if (similarity >= limits.link()) {
        links.add(new Reached(other.orElseThrow(), similarity));
      }
    }
    return links;
  }

  /// Finds articles by about what they would add to the similarity, without reading them.
  private Query asking(Gist gist) {
    var query = new BooleanQuery.Builder();
    for (var word : gist.words().heaviest(WORDS_ASKED_MAX)) {
      add(
          GistReader.wordTerms(word.feature(), gist.twin()),
          Closeness.WORDS * word.weight() * word.weight(),
          query);
    }
    for (var entity : gist.entities().heaviest(ENTITIES_ASKED_MAX)) {
      add(
          gists.entityTerms(entity.feature()),
          Closeness.ENTITIES * entity.weight() * entity.weight(),
          query);
    }
    return query.build();
  }

  private static void add(List<Term> terms, double weight, BooleanQuery.Builder query) {
    var any = new BooleanQuery.Builder();
    terms.forEach(term -> any.add(new TermQuery(term), Occur.SHOULD));
    query.add(new BoostQuery(new ConstantScoreQuery(any.build()), (float) weight), Occur.SHOULD);
  }
}
