package dateline.search.oracle;

import dateline.corpus.Sentences;
import dateline.corpus.Zone;
import dateline.index.annotate.Mention;
import dateline.index.schema.TextField.Form;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Snippet;
import dateline.search.oracle.ScanArticle.ScanEntity;
import dateline.search.oracle.ScanPassage.Reach;
import dateline.search.query.Clause;
import dateline.search.query.Span;
import dateline.search.query.TextZone;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Marks letter by letter what a search asks of an article's text, alternatives that fail as a
/// whole included, what it excludes left out.
final class ScanMarks {
  private static final List<Zone> ZONES = List.of(Zone.SUBHEAD, Zone.LEAD, Zone.BODY);

  private final ScanArticle article;
  private final ScanNames names;
  private final SearchRequest request;
  private final Map<Zone, BitSet> marked = new EnumMap<>(Zone.class);

  private ScanMarks(ScanArticle article, ScanNames names, SearchRequest request) {
    this.article = article;
    this.names = names;
    this.request = request;
  }

  /// The sentences that hold something marked, each on one line with the marked letters between `[`
  /// and `]`.
  static List<String> sentences(ScanArticle article, ScanNames names, SearchRequest request) {
    var marks = new ScanMarks(article, names, request);
    marks.mark(request.query().clause());
    var sentences = new ArrayList<String>();
    for (Zone zone : ZONES) {
      String text = article.article().text(zone);
      for (Sentences.Sentence sentence : Sentences.of(text)) {
        BitSet letters = marks.letters(zone).get(sentence.start(), sentence.end());
        if (!letters.isEmpty()) {
          sentences.add(bracketed(text.substring(sentence.start(), sentence.end()), letters));
        }
      }
    }
    return sentences;
  }

  /// The same of what an engine shows.
  static String bracketed(Snippet snippet) {
    String text = snippet.text();
    var letters = new BitSet();
    for (Snippet.Range range : snippet.ranges()) {
      letters.set(
          text.offsetByCodePoints(0, range.start()), text.offsetByCodePoints(0, range.end()));
    }
    return bracketed(text, letters);
  }

  private static String bracketed(String text, BitSet letters) {
    var line = new StringBuilder();
    boolean isMarked = false;
    boolean isAfterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      boolean isSpace = Character.isWhitespace(text.charAt(i));
      if (isSpace && isAfterSpace) {
        continue;
      }
      if (letters.get(i) != isMarked) {
        isMarked = !isMarked;
        line.append(isMarked ? '[' : ']');
      }
      line.append(isSpace ? ' ' : text.charAt(i));
      isAfterSpace = isSpace;
    }
    return line.append(isMarked ? "]" : "").toString();
  }

  private BitSet letters(Zone zone) {
    return marked.computeIfAbsent(zone, _ -> new BitSet());
  }

  private void mark(Clause clause) {
    switch (clause) {
      case Clause.Ranked(var words, var zone) -> markWords(words, zone);
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          markSpan(new Span.Phrase(text, isVerbatim), zone);
      case Clause.Passage(var span, _, var zone) -> markSpan(span, zone);
      case Clause.Entity(var kind, var name) -> {
        Set<String> ids = names.idsOf(kind, name);
        markMentions(entity ->
            entity.kind() == kind
                && (ids.isEmpty()
                    ? entity.isCalled(name)
                    : entity.withContainers().stream().anyMatch(ids::contains)));
      }
      case Clause.AnyEntity(var kind) -> markMentions(entity -> entity.kind() == kind);
      case Clause.All(var parts) -> parts.forEach(this::mark);
      case Clause.Any(var parts) -> parts.forEach(this::mark);
      case Clause.Everything _,
          Clause.Value _,
          Clause.PublishedRange _,
          Clause.WordsRange _,
          Clause.Not _ -> {}
    }
  }

  private Set<TextZone> zones(@Nullable TextZone only) {
    Set<TextZone> zones = EnumSet.copyOf(only == null ? request.in() : Set.of(only));
    zones.retainAll(Set.of(TextZone.LEAD, TextZone.BODY));
    return zones;
  }

  private void markWords(List<String> typed, @Nullable TextZone only) {
    Set<TextZone> asked = only == null ? request.in() : Set.of(only);
    boolean isWhole = asked.containsAll(Set.of(TextZone.HEADLINE, TextZone.BODY));
    ScanWords read = ScanWords.of(typed, article.twin(), names, request.variants(), isWhole);
    for (ScanWord word : read.words()) {
      ScanNames.ScanName name = read.named().get(word);
      if (name != null) {
        markMentions(entity -> entity.kind() == name.kind() && entity.id().equals(name.id()));
      }
      for (TextZone zone : zones(only)) {
        for (ScanTerm term : article.terms(zone, Form.STEMMED)) {
          if (word.stems().contains(term.text())) {
            mark(zone, term.start(), term.end());
          }
        }
        for (String form : read.forms().getOrDefault(word, List.of())) {
          markPhrase(zone, Form.STEMMED, form, null);
        }
      }
    }
  }

  private void markSpan(Span span, @Nullable TextZone only) {
    for (TextZone zone : zones(only)) {
      var passage = new ScanPassage(article, zone, names, this::phrases);
      passage.leaves(span).forEach((leaf, reaches) -> markLeaf(zone, leaf, reaches));
    }
  }

  private Set<String> phrases(String text) {
    return request.variants() ? names.phrases(text) : Set.of(text);
  }

  private void markLeaf(TextZone zone, Span leaf, Set<Reach> reaches) {
    switch (leaf) {
      case Span.Phrase(var text, var isVerbatim) -> {
        if (isVerbatim) {
          markPhrase(zone, Form.VERBATIM, text, reaches);
        } else {
          phrases(text).forEach(each -> markPhrase(zone, Form.STEMMED, each, reaches));
        }
      }
      case Span.Wildcard(var pattern) -> {
        Predicate<String> fits = ScanPassage.fitting(pattern);
        for (ScanTerm term : article.terms(zone, Form.PLAIN)) {
          if (fits.test(term.text())
              && reaches.contains(new Reach(term.position(), term.position()))) {
            mark(zone, term.start(), term.end());
          }
        }
      }
      default -> {
        for (Reach reach : reaches) {
          List<ScanTerm> words =
              article.terms(zone, Form.STEMMED).stream()
                  .filter(term -> term.length() == 1)
                  .filter(
                      term -> term.position() >= reach.first() && term.position() <= reach.last())
                  .toList();
          mark(
              zone,
              words.stream().mapToInt(ScanTerm::start).min().orElseThrow(),
              words.stream().mapToInt(ScanTerm::end).max().orElseThrow());
        }
      }
    }
  }

  /// From the first letter of what stands for its first word to the last of what does for its last.
  ///
  /// @param within the stretches that count; null for all
  private void markPhrase(TextZone zone, Form form, String phrase, @Nullable Set<Reach> within) {
    List<ScanTerm> there = article.terms(zone, form);
    for (List<Set<String>> words : ScanTerm.readings(article.asked(zone, form, phrase))) {
      int end = there.stream().mapToInt(ScanTerm::position).max().orElse(-1);
      for (int start = 0; start <= end; start++) {
        if (within != null && !within.contains(new Reach(start, start + words.size() - 1))) {
          continue;
        }
        var letters = new BitSet();
        var held = new HashSet<Integer>();
        for (ScanTerm term : there) {
          int word = term.position() - start;
          if (word >= 0 && word < words.size() && words.get(word).contains(term.text())) {
            held.add(word);
            letters.set(term.start(), term.end());
          }
        }
        if (held.size() == words.size()) {
          mark(zone, letters.nextSetBit(0), letters.length());
        }
      }
    }
  }

  private void markMentions(Predicate<ScanEntity> isAsked) {
    for (ScanEntity entity : article.entities()) {
      if (isAsked.test(entity)) {
        for (Mention mention : entity.mentions()) {
          String text = article.article().text(mention.zone());
          if (ZONES.contains(mention.zone())) {
            letters(mention.zone())
                .set(
                    text.offsetByCodePoints(0, mention.start()),
                    text.offsetByCodePoints(0, mention.end()));
          }
        }
      }
    }
  }

  /// @param zone of the text in which the letters are counted
  private void mark(TextZone zone, int start, int end) {
    var passage = new ScanPassage(article, zone, names, this::phrases);
    for (Zone part : ZONES) {
      int moved = passage.startOf(part);
      int length = article.article().text(part).length();
      if (moved >= 0) {
        int first = Math.max(0, start - moved);
        int last = Math.min(length, end - moved);
        if (first < last) {
          letters(part).set(first, last);
        }
      }
    }
  }
}
