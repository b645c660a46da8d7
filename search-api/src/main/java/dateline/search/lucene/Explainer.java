package dateline.search.lucene;

import static dateline.search.lucene.ExplanationWords.say;

import dateline.corpus.ArticleId;
import dateline.search.engine.DateFilter;
import dateline.search.engine.Explanation;
import dateline.search.engine.Explanation.Detail;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.Filter;
import dateline.search.engine.Relaxation;
import dateline.search.engine.Relaxations;
import dateline.search.engine.SearchEngine.SearchTimeout;
import dateline.search.engine.SearchRequest;
import dateline.search.query.CanonicalForm;
import dateline.search.query.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/// Explains one request to people: clause by clause what an article adds up to, or what it fails
/// first: the query, then filters in their order, then the story, the threads, then the dates.
final class Explainer {
  private final RequestPass.Setting setting;
  private final OpenGeneration generation;
  private final SearchRequest request;
  private final ClauseCompiler compiler;
  private final WordExplainer words;

  Explainer(SearchRequest request, RequestPass.Setting setting) {
    this.setting = setting;
    this.generation = setting.generation();
    this.request = request;
    this.compiler = new ClauseCompiler(generation, setting.weights(), request, setting.now());
    this.words = new WordExplainer(generation, request.match(), compiler);
  }

  /// What a clause says of an article.
  ///
  /// @param score 0 when it does not match
  record Verdict(boolean matches, double score, String text, List<Detail> details) {
    Detail detail() {
      return new Detail(text, matches ? score : null, details);
    }

    static Verdict failed(String text, List<Detail> details) {
      return new Verdict(false, 0, text, details);
    }
  }

  Optional<Explanation> explain(ArticleId id) throws IOException {
    OptionalInt number = new ArticleRows(generation).numberOf(id);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    int article = number.getAsInt();
    Verdict verdict = verdict(request.query().clause(), article);
    Detail failure = verdict.matches() ? failedFilter(article) : verdict.detail();
    if (failure != null) {
      return Optional.of(
          new Explanation(
              id, false, 0, say("fails", failure.text()), failure.details(), nearest(article)));
    }
    return Optional.of(matching(id, verdict));
  }

  private @Nullable Relaxation nearest(int article) throws IOException {
    EntityDirectory names = generation.names();
    try {
      return Relaxations.of(
              request,
              other -> new Explainer(other, setting).finds(article) ? count(other) : 0,
              (field, value) -> FacetCounter.label(field, value, names))
          .stream()
          .min(Comparator.comparingLong(Relaxation::total))
          .orElse(null);
    } catch (SearchTimeout _) {
      return null; // what fails stands without it
    }
  }

  private boolean finds(int article) throws IOException {
    return verdict(request.query().clause(), article).matches() && failedFilter(article) == null;
  }

  private long count(SearchRequest other) throws IOException {
    return RequestPass.run(other.counting(FacetRequest.NONE), null, setting).matches().total();
  }

  private Explanation matching(ArticleId id, Verdict verdict) throws IOException {
    var details = new ArrayList<>(List.of(verdict.detail()));
    double score = verdict.score();
    FirstHits first = FirstHits.of(request, setting);
    if (first != null) {
      OptionalDouble added = first.added(id.value(), score);
      String form = first.reason() + (added.isPresent() ? "" : ".beyond");
      details.add(
          new Detail(
              say(form, setting.weights().firstHits()),
              added.isPresent() ? added.getAsDouble() : null,
              List.of()));
      score += added.orElse(0);
    }
    return new Explanation(id, true, score, say("matches", score), details, null);
  }

  private Verdict verdict(Clause clause, int article) throws IOException {
    return switch (clause) {
      case Clause.Everything _ -> new Verdict(true, 1, say("everything"), List.of());
      case Clause.Ranked ranked -> words.verdict(ranked, article);
      case Clause.Phrase _ -> leaf("phrase", clause, article);
      case Clause.Passage passage -> passage(passage, article);
      case Clause.Entity _,
          Clause.AnyEntity _,
          Clause.Value _,
          Clause.PublishedRange _,
          Clause.WordsRange _ ->
          leaf("condition", clause, article);
      case Clause.All(var parts) -> all(clause, parts, article);
      case Clause.Any(var parts) -> any(clause, parts, article);
      case Clause.Not _ -> all(clause, List.of(clause), article);
    };
  }

  private Verdict leaf(String message, Clause clause, int article) throws IOException {
    var explained = generation.searcher().explain(compiler.compile(clause), article);
    String form = CanonicalForm.of(clause);
    return explained.isMatch()
        ? new Verdict(true, explained.getValue().doubleValue(), say(message, form), List.of())
        : Verdict.failed(say(message + ".fails", form), List.of());
  }

  /// Its words and phrases count wherever they stand; what else is in it selects.
  private Verdict passage(Clause.Passage clause, int article) throws IOException {
    Verdict whole = leaf("phrase", clause, article);
    if (!whole.matches()) {
      return whole;
    }
    List<ClauseCompiler.Scored> scored = compiler.scored(clause);
    if (scored.isEmpty()) {
      return new Verdict(
          true, whole.score(), say("passage.fixed", CanonicalForm.of(clause)), List.of());
    }
    var details = new ArrayList<Detail>();
    for (ClauseCompiler.Scored each : scored) {
      var explained = generation.searcher().explain(each.query(), article);
      if (explained.isMatch()) {
        details.add(
            new Detail(
                say("passage.words", each.phrase()),
                explained.getValue().doubleValue(),
                List.of()));
      }
    }
    return new Verdict(true, whole.score(), whole.text(), details);
  }

  /// What is excluded adds nothing, unless it stands alone.
  private Verdict all(Clause clause, List<Clause> parts, int article) throws IOException {
    var details = new ArrayList<Detail>();
    double score = 0;
    boolean onlyExcludes = true;
    for (Clause part : parts) {
      if (part instanceof Clause.Not(var excluded)) {
        Verdict verdict = verdict(excluded, article);
        String form = CanonicalForm.of(excluded);
        if (verdict.matches()) {
          return Verdict.failed(say("not.fails", form), List.of());
        }
        details.add(new Detail(say("not", form), null, List.of()));
        continue;
      }
      Verdict verdict = verdict(part, article);
      if (!verdict.matches()) {
        return verdict;
      }
      onlyExcludes = false;
      score += verdict.score();
      details.add(verdict.detail());
    }
    return new Verdict(
        true, onlyExcludes ? 1 : score, say("all", CanonicalForm.of(clause)), details);
  }

  private Verdict any(Clause clause, List<Clause> parts, int article) throws IOException {
    var held = new ArrayList<Detail>();
    var failed = new ArrayList<Detail>();
    double score = 0;
    for (Clause part : parts) {
      Verdict verdict = verdict(part, article);
      score += verdict.score();
      (verdict.matches() ? held : failed).add(verdict.detail());
    }
    String form = CanonicalForm.of(clause);
    return held.isEmpty()
        ? Verdict.failed(say("any.fails", form), failed)
        : new Verdict(true, score, say("any", form), held);
  }

  private @Nullable Detail failedFilter(int article) throws IOException {
    List<LeafReaderContext> leaves = generation.reader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(article, leaves));
    int local = article - leaf.docBase;
    for (Filter filter : request.filters()) {
      for (Filter part : parts(filter)) {
        if (!new FilterCheck(part, generation.names(), leaf).passes(local)) {
          return new Detail(words(part), null, List.of());
        }
      }
    }
    ArticleId story = request.story();
    if (story != null && !isOf(story, article)) {
      return new Detail(say("story", story), null, List.of());
    }
    if (!request.threads().isEmpty() && !ThreadFilter.holds(request.threads(), article, setting)) {
      return new Detail(say("thread", String.join(", ", request.threads())), null, List.of());
    }
    DateFilter dates = request.dates();
    var check = new DateCheck(dates, request.zone(), leaf);
    long second = check.second(local);
    if (check.passes(second, check.precision(local))) {
      return null;
    }
    String text =
        dates.isMissing()
            ? say("dates.missing")
            : second == HitOrder.UNDATED
                ? say("dates.undated")
                : say(
                    "dates",
                    Objects.toString(dates.from(), "*"),
                    Objects.toString(dates.to(), "*"));
    return new Detail(text, null, List.of());
  }

  /// Whether an article is the one with this id or near-identical to it.
  private boolean isOf(ArticleId id, int article) throws IOException {
    var rows = new ArticleRows(generation);
    OptionalInt number = rows.numberOf(id);
    if (number.isEmpty()) {
      return false;
    }
    long story = rows.story(number.getAsInt());
    return number.getAsInt() == article || (story != 0 && story == rows.story(article));
  }

  /// One condition each, so that the one that fails can be named.
  private static List<Filter> parts(Filter filter) {
    var field = filter.field();
    return List.of(
        new Filter(field, filter.any(), List.of(), List.of(), false),
        new Filter(field, List.of(), filter.all(), List.of(), false),
        new Filter(field, List.of(), List.of(), filter.not(), false),
        new Filter(field, List.of(), List.of(), List.of(), filter.isMissing()));
  }

  private static String words(Filter filter) {
    String name = filter.field().parameter();
    if (!filter.any().isEmpty()) {
      return say("filter.any", name, String.join(", ", filter.any()));
    }
    if (!filter.all().isEmpty()) {
      return say("filter.all", name, String.join(", ", filter.all()));
    }
    return filter.isMissing()
        ? say("filter.missing", name)
        : say("filter.not", name, String.join(", ", filter.not()));
  }
}
