package dateline.search.oracle;

import dateline.corpus.Article;
import dateline.corpus.Paragraphs;
import dateline.corpus.Sentences;
import dateline.corpus.Zone;
import dateline.index.annotate.Mention;
import dateline.index.schema.TextField.Form;
import dateline.search.query.Span;
import dateline.search.query.TextZone;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads one field of an article for stretches, by trying every pair.
///
/// @param forms what a phrase stands for
record ScanPassage(
    ScanArticle article, TextZone zone, ScanNames names, Function<String, Set<String>> forms) {
  /// From one position to another, both inclusive.
  record Reach(int first, int last) {}

  Set<Reach> of(Span span) {
    return switch (span) {
      case Span.Phrase(var text, var isVerbatim) ->
          isVerbatim
              ? phrase(text, Form.VERBATIM)
              : forms.apply(text).stream()
                  .flatMap(form -> phrase(form, Form.STEMMED).stream())
                  .collect(Collectors.toSet());
      case Span.Wildcard(var pattern) -> words(pattern);
      case Span.Entity(var kind, var name) -> {
        Set<String> ids = names.idsOf(kind, name);
        yield named(entity ->
            entity.kind() == kind && entity.withContainers().stream().anyMatch(ids::contains));
      }
      case Span.AnyEntity(var kind) -> named(entity -> entity.kind() == kind);
      case Span.Either(var parts) ->
          parts.stream().flatMap(part -> of(part).stream()).collect(Collectors.toSet());
      case Span.Near(var left, var right, var distance, var isOrdered) ->
          near(of(left), of(right), distance, isOrdered);
      case Span.Same(var left, var right, var unit) -> {
        var both = new HashSet<>(sharing(of(left), of(right), unit));
        both.addAll(sharing(of(right), of(left), unit));
        yield both;
      }
      case Span.First(var part, var words) ->
          of(part).stream().filter(reach -> reach.last < words).collect(Collectors.toSet());
    };
  }

  /// Of each phrase, pattern and entity the stretches that take part.
  Map<Span, Set<Reach>> leaves(Span span) {
    Map<Span, Set<Reach>> leaves = new HashMap<>();
    addLeaves(span, of(span), leaves);
    return leaves;
  }

  private void addLeaves(Span span, Set<Reach> wanted, Map<Span, Set<Reach>> leaves) {
    switch (span) {
      case Span.Phrase _, Span.Wildcard _, Span.Entity _, Span.AnyEntity _ -> {
        Set<Reach> found = leaves.computeIfAbsent(span, _ -> new HashSet<>());
        of(span).stream().filter(wanted::contains).forEach(found::add);
      }
      case Span.Either(var parts) -> parts.forEach(part -> addLeaves(part, wanted, leaves));
      case Span.Near(var left, var right, var distance, var isOrdered) -> {
        var lefts = new HashSet<Reach>();
        var rights = new HashSet<Reach>();
        for (Reach one : of(left)) {
          for (Reach other : of(right)) {
            var pair = near(Set.of(one), Set.of(other), distance, isOrdered);
            if (pair.stream().anyMatch(wanted::contains)) {
              lefts.add(one);
              rights.add(other);
            }
          }
        }
        addLeaves(left, lefts, leaves);
        addLeaves(right, rights, leaves);
      }
      case Span.Same(var left, var right, _) -> {
        addLeaves(left, wanted, leaves);
        addLeaves(right, wanted, leaves);
      }
      case Span.First(var part, _) -> addLeaves(part, wanted, leaves);
    }
  }

  /// The most that do not overlap.
  int count(Span span) {
    Set<Reach> all = of(span);
    int end = all.stream().mapToInt(Reach::last).max().orElse(-1);
    var most = new int[end + 2];
    for (int first = end; first >= 0; first--) {
      most[first] = most[first + 1];
      for (Reach reach : all) {
        if (reach.first == first) {
          most[first] = Math.max(most[first], 1 + most[reach.last + 1]);
        }
      }
    }
    return most[0];
  }

  private Set<Reach> phrase(String text, Form form) {
    var found = new HashSet<Reach>();
    Map<Integer, Set<String>> there = ScanTerm.byPosition(article.terms(zone, form));
    for (List<Set<String>> words : ScanTerm.readings(article.asked(zone, form, text))) {
      for (int start : there.keySet()) {
        boolean isThere = true;
        for (int i = 0; i < words.size(); i++) {
          isThere &=
              there.getOrDefault(start + i, Set.of()).stream().anyMatch(words.get(i)::contains);
        }
        if (isThere) {
          found.add(new Reach(start, start + words.size() - 1));
        }
      }
    }
    return found;
  }

  private Set<Reach> words(String pattern) {
    Predicate<String> fits = fitting(pattern);
    return article.terms(zone, Form.PLAIN).stream()
        .filter(term -> fits.test(term.text()))
        .map(term -> new Reach(term.position(), term.position()))
        .collect(Collectors.toSet());
  }

  static Predicate<String> fitting(String pattern) {
    int slips = pattern.indexOf('~');
    if (slips >= 0) {
      String word = folded(pattern.substring(0, slips));
      int most = pattern.charAt(slips + 1) - '0';
      return other -> slips(word, other) <= most;
    }
    return Pattern.compile(folded(pattern).replace("?", ".").replace("*", ".*")).asMatchPredicate();
  }

  private static String folded(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{Mn}", "")
        .toLowerCase(Locale.ROOT);
  }

  /// Letters left out, put in, taken for another, or changed in place with the next.
  static int slips(String one, String other) {
    var table = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
        table[i][j] =
            Math.min(
                table[i - 1][j - 1] + (isSame ? 0 : 1),
                1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean areChanged =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (areChanged) {
          table[i][j] = Math.min(table[i][j], 1 + table[i - 2][j - 2]);
        }
      }
    }
    return table[one.length()][other.length()];
  }

  private Set<Reach> named(Predicate<ScanArticle.ScanEntity> isAsked) {
    var positions = new TreeSet<Integer>();
    for (ScanArticle.ScanEntity entity : article.entities()) {
      if (isAsked.test(entity)) {
        entity.mentions().forEach(mention -> positions.addAll(positions(mention)));
      }
    }
    var runs = new HashSet<Reach>();
    for (int first : positions) {
      if (!positions.contains(first - 1)) {
        int last = first;
        while (positions.contains(last + 1)) {
          last++;
        }
        runs.add(new Reach(first, last));
      }
    }
    return runs;
  }

  private Set<Integer> positions(Mention mention) {
    int moved = startOf(mention.zone());
    var positions = new TreeSet<Integer>();
    if (moved >= 0) {
      String text = article.article().text(mention.zone());
      int start = moved + text.offsetByCodePoints(0, mention.start());
      int end = moved + text.offsetByCodePoints(0, mention.end());
      for (ScanTerm term : article.terms(zone, Form.STEMMED)) {
        if (term.length() == 1 && term.start() < end && term.end() > start) {
          positions.add(term.position());
        }
      }
    }
    return positions;
  }

  /// Where a zone of the article would begin in the text of the field; -1 where it is no part.
  int startOf(Zone part) {
    Article whole = article.article();
    int subhead = whole.text(Zone.SUBHEAD).isEmpty() ? 0 : whole.text(Zone.SUBHEAD).length() + 2;
    int lead = whole.text(Zone.LEAD).isEmpty() ? 0 : whole.text(Zone.LEAD).length() + 2;
    boolean isBody = zone == TextZone.BODY;
    return switch (part) {
      case HEADLINE -> zone == TextZone.HEADLINE ? 0 : -1;
      case SUBHEAD -> isBody || zone == TextZone.LEAD ? 0 : -1;
      case LEAD -> isBody || zone == TextZone.LEAD ? subhead : -1;
      case BODY -> {
        List<Paragraphs.Span> paragraphs = Paragraphs.of(whole.body());
        boolean opens = zone == TextZone.LEAD && whole.lead() == null && !paragraphs.isEmpty();
        yield isBody ? subhead + lead : opens ? subhead - paragraphs.getFirst().start() : -1;
      }
      case BYLINE, DATELINE -> -1;
    };
  }

  private static Set<Reach> near(
      Set<Reach> lefts, Set<Reach> rights, int distance, boolean isOrdered) {
    var found = new HashSet<Reach>();
    for (Reach left : lefts) {
      for (Reach right : rights) {
        int after = right.first - left.last;
        int before = left.first - right.last;
        if (after > 0 && after <= distance) {
          found.add(new Reach(left.first, right.last));
        }
        if (!isOrdered && before > 0 && before <= distance) {
          found.add(new Reach(right.first, left.last));
        }
      }
    }
    return found;
  }

  private Set<Reach> sharing(Set<Reach> some, Set<Reach> others, Span.Unit unit) {
    return some.stream()
        .filter(one ->
            others.stream()
                .anyMatch(other ->
                    (one.last < other.first || other.last < one.first)
                        && unitOf(one.first, unit) == unitOf(one.last, unit)
                        && unitOf(one.first, unit) == unitOf(other.first, unit)
                        && unitOf(other.first, unit) == unitOf(other.last, unit)))
        .collect(Collectors.toSet());
  }

  private int unitOf(int position, Span.Unit unit) {
    if (zone == TextZone.BYLINE) {
      return 0;
    }
    String text = article.text(zone);
    var starts = new ArrayList<Integer>();
    switch (unit) {
      case SENTENCE -> Sentences.of(text).forEach(sentence -> starts.add(sentence.start()));
      case PARA -> Paragraphs.of(text).forEach(paragraph -> starts.add(paragraph.start()));
    }
    int at =
        article.terms(zone, Form.PLAIN).stream()
            .filter(term -> term.position() == position)
            .mapToInt(ScanTerm::start)
            .findFirst()
            .orElseThrow();
    return (int) starts.stream().filter(start -> start <= at).count();
  }
}
