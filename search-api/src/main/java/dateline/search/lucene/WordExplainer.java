package dateline.search.lucene;

import static dateline.search.lucene.ExplanationWords.say;

import dateline.index.schema.TextField.Form;
import dateline.search.engine.Explanation.Detail;
import dateline.search.lucene.Explainer.Verdict;
import dateline.search.query.Clause;
import dateline.search.query.Match;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.Query;

/// Explains plain words: what each adds to an article's score, or which of them it lacks.
///
/// The sums are those of Lucene; its numbers are found by the first word of their description.
final class WordExplainer {
  private final OpenGeneration generation;
  private final Match match;
  private final ClauseCompiler compiler;

  WordExplainer(OpenGeneration generation, Match match, ClauseCompiler compiler) {
    this.generation = generation;
    this.match = match;
    this.compiler = compiler;
  }

  Verdict verdict(Clause.Ranked clause, int article) throws IOException {
    WordQueries queries = compiler.wordQueries(clause.zone());
    String typed = String.join(", ", clause.words());
    var details = new ArrayList<Detail>();
    double score = 0;
    boolean matches = false;
    Verdict closest = Verdict.failed(say("words.none", typed), List.of());
    double most = -1;
    List<WordReading> readings = queries.readings(clause.words());
    RankingWeights.Share share = queries.share(readings);
    for (WordReading reading : readings) {
      if (explained(reading.selection(match, share), article).isMatch()) {
        matches = true;
        for (WordUnit unit : reading.words()) {
          Detail word = word(unit, reading.scores(unit), article);
          if (word.value() != null && word.value() > 0) {
            score += word.value();
            details.add(word);
          }
        }
        for (FixedScore fixed : reading.fixedScores()) {
          Explanation gained = explained(fixed.query(), article);
          if (gained.isMatch()) {
            double value = gained.getValue().doubleValue();
            score += value;
            details.add(new Detail(say(fixed.reason(), fixed.typed()), value, List.of()));
          }
        }
      } else {
        var failure = new Failure(reading, share, article);
        if (failure.isShort() && failure.carried > most) {
          most = failure.carried;
          closest = failure.verdict(typed);
        }
      }
    }
    return matches ? new Verdict(true, score, say("words", typed), details) : closest;
  }

  /// One twin's reading that an article does not match.
  private final class Failure {
    private final List<Detail> details = new ArrayList<>();
    private final List<WordUnit> deciding;
    private final double needed;
    private double carried;
    private int held;

    Failure(WordReading reading, RankingWeights.Share share, int article) throws IOException {
      deciding = match == Match.AUTO ? reading.known() : reading.words();
      needed = reading.needed(share);
      for (WordUnit unit : reading.words()) {
        if (!deciding.contains(unit)) {
          details.add(new Detail(say("word.absent", unit.typed()), null, List.of()));
          continue;
        }
        double rarity = reading.rarity(unit);
        boolean isHeld = explained(reading.presence(unit), article).isMatch();
        if (isHeld) {
          held++;
          carried += rarity;
        }
        details.add(
            new Detail(
                say(isHeld ? "word.held" : "word.missing", unit.typed()), rarity, List.of()));
      }
    }

    /// False where the words would do, in an article of another language.
    boolean isShort() {
      return switch (match) {
        case AUTO -> held == 0 || carried < needed;
        case ALL -> held < deciding.size();
        case ANY -> held == 0;
      };
    }

    Verdict verdict(String typed) {
      if (deciding.isEmpty()) {
        return Verdict.failed(say("words.nowhere", typed), details);
      }
      return Verdict.failed(
          match == Match.AUTO
              ? say("words.auto.fails", carried, needed, typed)
              : say("words." + match.parameter() + ".fails", held, deciding.size(), typed),
          details);
    }
  }

  private Detail word(WordUnit unit, List<WordScore> scores, int article) throws IOException {
    var details = new ArrayList<Detail>();
    double sum = 0;
    for (WordScore score : scores) {
      Detail part = part(score, article);
      if (part.value() != null && part.value() > 0) {
        sum += part.value();
        details.add(part);
      }
    }
    return new Detail(say("word", unit.typed()), sum, details);
  }

  private Detail part(WordScore score, int article) throws IOException {
    String best = "";
    Explanation explanation = Explanation.noMatch("");
    for (String term : score.terms()) {
      Explanation each = explained(score.query(term), article);
      if (each.isMatch() && each.getValue().doubleValue() > explanation.getValue().doubleValue()) {
        best = term;
        explanation = each;
      }
    }
    String key = score.isOfByline() ? "byline" : score.form() == Form.STEMMED ? "stemmed" : "light";
    double value = score.weight() * explanation.getValue().doubleValue();
    List<Detail> details =
        explanation.isMatch() ? numbers(score, best, explanation, article) : List.of();
    return new Detail(say("score." + key, best, score.weight()), value, details);
  }

  private List<Detail> numbers(WordScore score, String term, Explanation explanation, int article)
      throws IOException {
    var details = new ArrayList<Detail>();
    double frequency = 0;
    for (Map.Entry<String, Float> field : score.fields().entrySet()) {
      int times = frequency(field.getKey(), term, article);
      frequency += times * field.getValue();
      if (times > 0) {
        details.add(number(say("frequency.field", field.getKey(), field.getValue()), times));
      }
    }
    details.add(number(say("frequency"), frequency));
    details.add(number(say("articles", found("N", explanation)), found("n", explanation)));
    details.add(number(say("rarity"), found("idf", explanation)));
    details.add(number(say("length"), found("dl", explanation)));
    details.add(number(say("length.average"), found("avgdl", explanation)));
    details.add(number(say("saturation"), found("tf", explanation)));
    return details;
  }

  private static Detail number(String text, double value) {
    return new Detail(text, value, List.of());
  }

  private int frequency(String field, String term, int article) throws IOException {
    List<LeafReaderContext> leaves = generation.reader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(article, leaves));
    PostingsEnum postings = leaf.reader().postings(new Term(field, term), PostingsEnum.FREQS);
    int local = article - leaf.docBase;
    return postings != null && postings.advance(local) == local ? postings.freq() : 0;
  }

  private static double found(String name, Explanation explanation) {
    return search(name, explanation)
        .orElseThrow(() -> new IllegalStateException("no number “" + name + "” in " + explanation));
  }

  private static OptionalDouble search(String name, Explanation explanation) {
    if (explanation.getDescription().startsWith(name + ",")) {
      return OptionalDouble.of(explanation.getValue().doubleValue());
    }
    return Arrays.stream(explanation.getDetails())
        .map(detail -> search(name, detail))
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  private Explanation explained(Query query, int article) throws IOException {
    return generation.searcher().explain(query, article);
  }
}
