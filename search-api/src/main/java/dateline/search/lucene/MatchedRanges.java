package dateline.search.lucene;

import static java.util.Objects.requireNonNull;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.schema.EntityMention;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.Twin;
import dateline.search.lucene.NamedWords.Named;
import dateline.search.query.Clause;
import dateline.search.query.Span;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds in the text of an article, without its headline and byline, exactly what a clause matched:
/// its words, its phrases where they stand as such, the mentions of its entities. What a clause
/// excludes is never marked.
final class MatchedRanges {
  /// A marked stretch in UTF-16 units of its zone's text.
  ///
  /// @param asked number of the word, phrase or entity that it answers
  record Marked(int start, int end, int asked) {}

  private static final Set<TextZone> TEXT = EnumSet.of(TextZone.LEAD, TextZone.BODY);

  private final Article article;
  private final List<EntityMention> mentions;
  private final EntityDirectory names;
  private final Set<TextZone> in;
  private final WordReader reader;
  private final Twin twin;
  private final Map<TextZone, TextPlaces> texts = new EnumMap<>(TextZone.class);
  private final Map<Zone, List<Marked>> marked = new EnumMap<>(Zone.class);
  private int asked;

  private MatchedRanges(
      Article article,
      List<EntityMention> mentions,
      EntityDirectory names,
      Set<TextZone> in,
      WordReader reader) {
    this.article = article;
    this.mentions = mentions;
    this.names = names;
    this.in = in;
    this.reader = reader;
    this.twin = ArticleAnalyzers.twinOf(article.language());
  }

  /// Marks by zone, in order and not overlapping.
  ///
  /// @param article with its language named
  static Map<Zone, List<Marked>> of(
      Clause clause,
      Article article,
      List<EntityMention> mentions,
      EntityDirectory names,
      Set<TextZone> in,
      WordReader reader)
      throws IOException {
    var ranges = new MatchedRanges(article, mentions, names, in, reader);
    ranges.mark(clause);
    ranges.marked.replaceAll((_, marks) -> joined(marks));
    return ranges.marked;
  }

  private void mark(Clause clause) throws IOException {
    switch (clause) {
      case Clause.Ranked(var words, var zone) -> markWords(words, zone);
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          markPassage(new Span.Phrase(text, isVerbatim), zone);
      case Clause.Passage(var span, _, var zone) -> markPassage(span, zone);
      case Clause.Entity(var kind, var name) -> markEntity(kind, name);
      case Clause.AnyEntity(var kind) -> markMentions(kind, _ -> true);
      case Clause.All(var parts) -> markEach(parts);
      case Clause.Any(var parts) -> markEach(parts);
      case Clause.Everything _,
          Clause.Value _,
          Clause.PublishedRange _,
          Clause.WordsRange _,
          Clause.Not _ -> {}
    }
  }

  private void markEach(List<Clause> parts) throws IOException {
    for (Clause part : parts) {
      mark(part);
    }
  }

  private void markWords(List<String> words, @Nullable TextZone only) throws IOException {
    var numbers = new HashMap<String, Integer>();
    boolean isWhole = only == null && in.containsAll(Set.of(TextZone.HEADLINE, TextZone.BODY));
    WordsRead read = reader.read(words, twin, isWhole);
    List<TextPlaces> places = places(only);
    for (WordUnit unit : read.units()) {
      int number = ++asked;
      unit.stems().forEach(stem -> numbers.putIfAbsent(stem, number));
      for (Named entity : read.equivalents().namesFrom(unit)) {
        markMentions(entity.kind(), entity.ids()::contains, number);
      }
      for (Reworded other : read.equivalents().formsFrom(unit)) {
        for (TextPlaces text : places) {
          add(text.stretches(other.paths()), number);
        }
      }
    }
    for (TextPlaces text : places) {
      for (TextTerm term : text.terms(Form.STEMMED)) {
        Integer number = numbers.get(term.text());
        if (number != null) {
          add(text.stretches(term), number);
        }
      }
    }
  }

  private void markPassage(Span passage, @Nullable TextZone only) throws IOException {
    var numbers = new HashMap<Span, Integer>();
    Span span = reader.forms().of(passage);
    FieldPlaces.eachLeaf(span, leaf -> numbers.putIfAbsent(leaf, ++asked));
    for (TextPlaces text : places(only)) {
      var found = new HashMap<Span, Set<Extent>>();
      new Stretches(text)
          .each(
              span,
              (leaf, extent) -> found.computeIfAbsent(leaf, _ -> new HashSet<>()).add(extent));
      for (Map.Entry<Span, Set<Extent>> leaf : found.entrySet()) {
        for (Extent extent : leaf.getValue()) {
          add(text.stretches(leaf.getKey(), extent), requireNonNull(numbers.get(leaf.getKey())));
        }
      }
    }
  }

  private void markEntity(EntityKind kind, String name) throws IOException {
    Set<String> ids = names.idsOf(kind, name);
    if (!ids.isEmpty()) {
      markMentions(kind, id -> names.isWithin(kind, id, ids));
      return;
    }
    List<String> words = words(name);
    var bearers = new HashSet<String>();
    for (EntityMention mention : mentions) {
      if (mention.kind() == kind && bears(mention, words)) {
        bearers.add(mention.id());
      }
    }
    markMentions(kind, bearers::contains);
  }

  /// Whether an entity is called so: by its label, by that of what contains it, or here.
  private boolean bears(EntityMention mention, List<String> name) throws IOException {
    var called = new ArrayList<String>();
    called.add(names.labelOf(mention.kind(), mention.id()));
    for (String container : names.containersOf(mention.kind(), mention.id())) {
      called.add(names.labelOf(mention.kind(), container));
    }
    if (mention.isByName()) {
      String text = article.text(mention.zone());
      called.add(text.substring(start(mention, text), end(mention, text)));
    }
    for (String each : called) {
      if (Collections.indexOfSubList(words(each), name) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String name) throws IOException {
    return TextTerm.of(ArticleAnalyzers.names(), name).stream()
        .filter(term -> term.length() == 1)
        .map(TextTerm::text)
        .toList();
  }

  private void markMentions(EntityKind kind, Predicate<String> isAsked) {
    markMentions(kind, isAsked, ++asked);
  }

  private void markMentions(EntityKind kind, Predicate<String> isAsked, int number) {
    for (EntityMention mention : mentions) {
      if (mention.kind() == kind && isAsked.test(mention.id())) {
        String text = article.text(mention.zone());
        add(
            List.of(new ZoneText.Stretch(mention.zone(), start(mention, text), end(mention, text))),
            number);
      }
    }
  }

  private static int start(EntityMention mention, String text) {
    return text.offsetByCodePoints(0, mention.start());
  }

  private static int end(EntityMention mention, String text) {
    return text.offsetByCodePoints(0, mention.end());
  }

  /// Where a clause's words may stand.
  private List<TextPlaces> places(@Nullable TextZone only) {
    Set<TextZone> zones = only == null ? EnumSet.copyOf(in) : EnumSet.of(only);
    zones.retainAll(TEXT);
    if (zones.contains(TextZone.BODY)) {
      zones.remove(TextZone.LEAD); // it is the beginning of the body
    }
    return zones.stream()
        .map(zone ->
            texts.computeIfAbsent(
                zone, _ -> new TextPlaces(ZoneText.of(zone, article), twin, mentions, names)))
        .toList();
  }

  private void add(List<ZoneText.Stretch> stretches, int number) {
    for (ZoneText.Stretch stretch : stretches) {
      marked
          .computeIfAbsent(stretch.zone(), _ -> new ArrayList<>())
          .add(new Marked(stretch.start(), stretch.end(), number));
    }
  }

  /// Those that overlap are one, as neighbouring pairs of characters are in Japanese. It answers
  /// what the first of them does.
  private static List<Marked> joined(List<Marked> marks) {
    marks.sort(
        Comparator.comparingInt(Marked::start)
            .thenComparing(Comparator.comparingInt(Marked::end).reversed()));
    var joined = new ArrayList<Marked>();
    for (Marked mark : marks) {
      if (!joined.isEmpty() && mark.start() < joined.getLast().end()) {
        Marked first = joined.removeLast();
        joined.add(new Marked(first.start(), Math.max(first.end(), mark.end()), first.asked()));
      } else {
        joined.add(mark);
      }
    }
    return joined;
  }
}
