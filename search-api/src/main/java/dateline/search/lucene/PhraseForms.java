package dateline.search.lucene;

import dateline.index.analyze.ArticleAnalyzers;
import dateline.search.query.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The texts that a phrase stands for: itself, and what it becomes with other forms in the place of
/// its words, as _defense ministry_ for _defence ministry_. A phrase that is to stand exactly as
/// written stands for itself alone.
record PhraseForms(Variants variants) {
  /// Texts of one phrase; a longer one whose words all have other forms is not tried in every way.
  static final int TEXTS_MAX = 32;

  /// Itself first.
  List<String> of(String phrase) throws IOException {
    if (variants == Variants.NONE) {
      return List.of(phrase);
    }
    Map<Integer, TextTerm> words = new TreeMap<>();
    for (TextTerm term : TextTerm.of(ArticleAnalyzers.names(), phrase)) {
      if (term.length() == 1) {
        words.putIfAbsent(term.position(), term); // _US_ in capitals is read as _us_ too
      }
    }
    var texts = new LinkedHashSet<String>(List.of(phrase));
    add("", phrase, List.copyOf(words.values()), 0, texts);
    return List.copyOf(texts);
  }

  /// @param before what stands for the words before one
  private void add(
      String before, String phrase, List<TextTerm> words, int from, Set<String> texts) {
    if (texts.size() == TEXTS_MAX) {
      return;
    }
    if (from == words.size()) {
      texts.add(before);
      return;
    }
    int start = words.get(from).start();
    add(
        joined(before, phrase.substring(start, words.get(from).end())),
        phrase,
        words,
        from + 1,
        texts);
    for (int last = from; last < Math.min(words.size(), from + variants.longest()); last++) {
      for (String form : variants.of(phrase.substring(start, words.get(last).end()))) {
        add(joined(before, form), phrase, words, last + 1, texts);
      }
    }
  }

  private static String joined(String before, String word) {
    return before.isEmpty() ? word : before + " " + word;
  }

  /// The same with each phrase or any of its forms.
  Span of(Span span) throws IOException {
    return switch (span) {
      case Span.Phrase(var text, var isVerbatim) -> {
        List<String> texts = isVerbatim ? List.of(text) : of(text);
        yield texts.size() == 1
            ? span
            : new Span.Either(
                texts.stream().<Span>map(each -> new Span.Phrase(each, false)).toList());
      }
      case Span.Wildcard _, Span.Entity _, Span.AnyEntity _ -> span;
      case Span.Either(var parts) -> {
        var all = new ArrayList<Span>();
        for (Span part : parts) {
          all.add(of(part));
        }
        yield new Span.Either(all);
      }
      case Span.Near(var left, var right, var distance, var isOrdered) ->
          new Span.Near(of(left), of(right), distance, isOrdered);
      case Span.Same(var left, var right, var unit) -> new Span.Same(of(left), of(right), unit);
      case Span.First(var part, var words) -> new Span.First(of(part), words);
    };
  }
}
