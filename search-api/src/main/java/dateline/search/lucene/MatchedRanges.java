package dateline.search.lucene;

import static java.util.Objects.requireNonNull;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Paragraphs;
import dateline.corpus.Zone;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.schema.EntityMention;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.lucene.NamedWords.Named;
import dateline.search.query.Clause;
import dateline.search.query.Span;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds in an article's text exactly what a clause matched: its words, its phrases where they
/// stand as such, the mentions of its entities. What a clause excludes is never marked.
final class MatchedRanges {
  /// A marked stretch in UTF-16 units of its zone's text.
  ///
  /// @param asked number of the word, phrase or entity that it answers
  record Marked(int start, int end, int asked) {}

  private static final List<Zone> BODY_ZONES = List.of(Zone.SUBHEAD, Zone.LEAD, Zone.BODY);

  private final Article article;
  private final List<EntityMention> mentions;
  private final EntityDirectory names;
  private final Set<TextZone> in;
  private final WordReader reader;
  private final Twin twin;
  private final Map<Zone, Map<Form, List<TextTerm>>> terms = new EnumMap<>(Zone.class);
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
    ranges.marked.replaceAll((_, marks) -> withoutOverlaps(marks));
    return ranges.marked;
  }

  private void mark(Clause clause) throws IOException {
    switch (clause) {
      case Clause.Ranked(var words, var zone) -> markWords(words, zone);
      case Clause.Phrase(var text, var zone, var isVerbatim) -> markPhrase(text, zone, isVerbatim);
      case Clause.Passage passage -> markPassage(passage);
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

  private void markWords(List<String> words, @Nullable TextZone asked) throws IOException {
    var numbers = new HashMap<String, Integer>();
    boolean isWhole = asked == null && in.containsAll(Set.of(TextZone.HEADLINE, TextZone.BODY));
    WordsRead read = reader.read(words, twin, isWhole);
    for (WordUnit unit : read.units()) {
      this.asked++;
      unit.stems().forEach(stem -> numbers.putIfAbsent(stem, this.asked));
      for (Named entity : read.equivalents().namesFrom(unit)) {
        markMentions(entity.kind(), entity.ids()::contains, this.asked);
      }
      for (Reworded other : read.equivalents().formsFrom(unit)) {
        for (Place place : places(asked)) {
          for (WordPath path : other.paths()) {
            markPath(path, terms(place.zone, Form.STEMMED), place);
          }
        }
      }
    }
    for (Place place : places(asked)) {
      for (TextTerm term : terms(place.zone, Form.STEMMED)) {
        Integer number = numbers.get(term.text());
        if (number != null && term.end() <= place.end) {
          addWord(place.zone, term, number);
        }
      }
    }
  }

  /// Pairs of characters that overlap are one stretch.
  private void addWord(Zone zone, TextTerm term, int number) {
    List<Marked> there = marked.getOrDefault(zone, List.of());
    boolean goesOn =
        twin == Twin.CJK
            && !there.isEmpty()
            && there.getLast().start() < term.start()
            && term.start() < there.getLast().end();
    Marked first = goesOn ? there.removeLast() : new Marked(term.start(), term.end(), number);
    add(zone, first.start(), term.end(), first.asked());
  }

  private void markPhrase(String text, @Nullable TextZone asked, boolean isVerbatim)
      throws IOException {
    this.asked++;
    Form form = isVerbatim ? Form.VERBATIM : Form.STEMMED;
    var analyzer = ArticleAnalyzers.of(new TextField(Part.BODY, twin, form));
    var paths = new ArrayList<WordPath>();
    for (String each : isVerbatim ? List.of(text) : reader.forms().of(text)) {
      paths.addAll(WordPath.of(TextTerm.of(analyzer, each)));
    }
    for (Place place : places(asked)) {
      List<TextTerm> terms = terms(place.zone, form);
      for (WordPath path : paths) {
        markPath(path, terms, place);
      }
    }
  }

  private void markPath(WordPath path, List<TextTerm> terms, Place place) {
    Map<Integer, List<TextTerm>> byPosition = new HashMap<>();
    for (TextTerm term : terms) {
      byPosition.computeIfAbsent(term.position(), _ -> new ArrayList<>()).add(term);
    }
    for (TextTerm first : terms) {
      if (!path.positions().getFirst().contains(first.text())) {
        continue;
      }
      int end = first.end();
      for (int i = 1; i < path.positions().size() && end > 0; i++) {
        List<String> wanted = path.positions().get(i);
        end =
            byPosition.getOrDefault(first.position() + i, List.of()).stream()
                .filter(term -> wanted.contains(term.text()))
                .mapToInt(TextTerm::end)
                .min()
                .orElse(0);
      }
      if (end > 0 && end <= place.end) {
        add(place.zone, first.start(), end, asked);
      }
    }
  }

  private void markPassage(Clause.Passage passage) throws IOException {
    var numbers = new HashMap<Span, Integer>();
    Span span = reader.forms().of(passage.span());
    FieldPlaces.eachLeaf(span, leaf -> numbers.putIfAbsent(leaf, ++asked));
    for (TextZone zone : passage.zone() == null ? in : Set.of(passage.zone())) {
      if (zone == TextZone.LEAD && passage.zone() == null && in.contains(TextZone.BODY)) {
        continue; // it is the beginning of the body
      }
      var text = new TextPlaces(ZoneText.of(zone, article), twin, mentions, names);
      new Stretches(text)
          .each(
              span,
              (leaf, extent) ->
                  text.stretch(leaf, extent)
                      .ifPresent(found ->
                          add(
                              found.zone(),
                              found.start(),
                              found.end(),
                              requireNonNull(numbers.get(leaf)))));
    }
  }

  private void markEntity(EntityKind kind, String name) throws IOException {
    Set<String> ids = names.idsOf(kind, name);
    if (!ids.isEmpty()) {
      markMentions(kind, ids::contains);
      return;
    }
    var bearers = new HashSet<String>();
    for (EntityMention mention : mentions) {
      if (mention.kind() == kind && holdsName(names.labelOf(kind, mention.id()), name)) {
        bearers.add(mention.id());
      }
    }
    markMentions(kind, bearers::contains);
  }

  private void markMentions(EntityKind kind, Predicate<String> isAsked) {
    markMentions(kind, isAsked, ++asked);
  }

  private void markMentions(EntityKind kind, Predicate<String> isAsked, int number) {
    for (EntityMention mention : mentions) {
      if (mention.kind() == kind && isAsked.test(mention.id())) {
        String text = article.text(mention.zone());
        int start = text.offsetByCodePoints(0, mention.start());
        int end = text.offsetByCodePoints(start, mention.end() - mention.start());
        add(mention.zone(), start, end, number);
      }
    }
  }

  private static boolean holdsName(String label, String name) throws IOException {
    List<String> words =
        TextTerm.of(ArticleAnalyzers.names(), label).stream().map(TextTerm::text).toList();
    return words.containsAll(
        TextTerm.of(ArticleAnalyzers.names(), name).stream().map(TextTerm::text).toList());
  }

  private record Place(Zone zone, int end) {}

  /// Where a clause's words may stand: zones of the article, each up to an offset.
  private List<Place> places(@Nullable TextZone only) {
    var places = new ArrayList<Place>();
    for (TextZone zone : only == null ? in : Set.of(only)) {
      switch (zone) {
        case HEADLINE -> places.add(new Place(Zone.HEADLINE, Integer.MAX_VALUE));
        case BODY -> BODY_ZONES.forEach(each -> places.add(new Place(each, Integer.MAX_VALUE)));
        case LEAD -> {
          places.add(new Place(Zone.SUBHEAD, Integer.MAX_VALUE));
          places.add(new Place(Zone.LEAD, Integer.MAX_VALUE));
          if (article.lead() == null) {
            Paragraphs.of(article.body()).stream()
                .findFirst()
                .ifPresent(first -> places.add(new Place(Zone.BODY, first.end())));
          }
        }
        case BYLINE -> places.add(new Place(Zone.BYLINE, Integer.MAX_VALUE));
      }
    }
    return places;
  }

  private List<TextTerm> terms(Zone zone, Form form) throws IOException {
    Map<Form, List<TextTerm>> known = terms.computeIfAbsent(zone, _ -> new EnumMap<>(Form.class));
    List<TextTerm> found = known.get(form);
    if (found == null) {
      found =
          TextTerm.of(
              ArticleAnalyzers.of(new TextField(Part.BODY, twin, form)), article.text(zone));
      known.put(form, found);
    }
    return found;
  }

  private void add(Zone zone, int start, int end, int number) {
    marked.computeIfAbsent(zone, _ -> new ArrayList<>()).add(new Marked(start, end, number));
  }

  /// The longer of two that overlap stays.
  private static List<Marked> withoutOverlaps(List<Marked> marks) {
    marks.sort(
        Comparator.comparingInt(Marked::start)
            .thenComparing(Comparator.comparingInt(Marked::end).reversed()));
    var kept = new ArrayList<Marked>();
    for (Marked mark : marks) {
      if (kept.isEmpty() || mark.start() >= kept.getLast().end()) {
        kept.add(mark);
      }
    }
    return kept;
  }
}
