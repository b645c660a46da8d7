package dateline.search.lucene;

import dateline.corpus.EntityKind;
import dateline.corpus.Paragraphs;
import dateline.corpus.Sentences;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.schema.EntityMention;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.query.Span;
import dateline.search.query.TextZone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;

/// Where words stand in the text of one article, by the positions that the index has for them.
final class TextPlaces implements Places {
  private final ZoneText zone;
  private final String text;
  private final Twin twin;
  private final List<EntityMention> mentions;
  private final EntityDirectory names;
  private final Map<Form, List<TextTerm>> terms = new EnumMap<>(Form.class);
  private final Map<Span, SortedMap<Extent, Letters>> found = new HashMap<>();

  /// What a stretch covers of the text, in UTF-16 units.
  private record Letters(int start, int end) {
    Letters with(Letters other) {
      return new Letters(Math.min(start, other.start), Math.max(end, other.end));
    }
  }

  /// @param mentions of entities in the article
  TextPlaces(ZoneText zone, Twin twin, List<EntityMention> mentions, EntityDirectory names) {
    this.zone = zone;
    this.text = zone.text();
    this.twin = twin;
    this.mentions = mentions;
    this.names = names;
  }

  @Override
  public List<Extent> of(Span leaf) throws IOException {
    return List.copyOf(found(leaf).keySet());
  }

  private SortedMap<Extent, Letters> found(Span leaf) throws IOException {
    SortedMap<Extent, Letters> known = found.get(leaf);
    if (known == null) {
      known = find(leaf);
      found.put(leaf, known);
    }
    return known;
  }

  private SortedMap<Extent, Letters> find(Span leaf) throws IOException {
    return switch (leaf) {
      case Span.Phrase(var phrase, var isVerbatim) -> {
        Form form = isVerbatim ? Form.VERBATIM : Form.STEMMED;
        yield along(WordPath.of(TextTerm.of(analyzer(form), phrase)), form);
      }
      case Span.Wildcard(var typed) -> {
        var pattern = new WordPattern(typed);
        var all = new TreeMap<Extent, Letters>(Extent.ORDER);
        for (TextTerm term : terms(Form.PLAIN)) {
          if (pattern.fits(term.text())) {
            all.merge(
                new Extent(term.position(), term.position()),
                new Letters(term.start(), term.end()),
                Letters::with);
          }
        }
        yield all;
      }
      case Span.Entity(var kind, var name) -> {
        Set<String> ids = names.idsOf(kind, name);
        yield mentions(kind, id -> names.isWithin(kind, id, ids));
      }
      case Span.AnyEntity(var kind) -> mentions(kind, _ -> true);
      case Span.Either _, Span.Near _, Span.Same _, Span.First _ ->
          throw new IllegalStateException(leaf + " has parts");
    };
  }

  /// Where the words of one of the paths stand one after the other.
  private SortedMap<Extent, Letters> along(List<WordPath> paths, Form form) throws IOException {
    Map<Integer, List<TextTerm>> byPosition = new HashMap<>();
    for (TextTerm term : terms(form)) {
      byPosition.computeIfAbsent(term.position(), _ -> new ArrayList<>()).add(term);
    }
    var all = new TreeMap<Extent, Letters>(Extent.ORDER);
    for (WordPath path : paths) {
      int length = path.positions().size();
      for (int start : byPosition.keySet()) {
        letters(path, start, byPosition)
            .ifPresent(letters ->
                all.merge(new Extent(start, start + length - 1), letters, Letters::with));
      }
    }
    return all;
  }

  private static Optional<Letters> letters(
      WordPath path, int start, Map<Integer, List<TextTerm>> byPosition) {
    Letters all = null;
    for (int i = 0; i < path.positions().size(); i++) {
      List<String> wanted = path.positions().get(i);
      Letters word = null;
      for (TextTerm term : byPosition.getOrDefault(start + i, List.of())) {
        if (wanted.contains(term.text())) {
          var letters = new Letters(term.start(), term.end());
          word = word == null ? letters : word.with(letters);
        }
      }
      if (word == null) {
        return Optional.empty();
      }
      all = all == null ? word : all.with(word);
    }
    return Optional.ofNullable(all);
  }

  private SortedMap<Extent, Letters> mentions(EntityKind kind, Predicate<String> isAsked)
      throws IOException {
    var words = new TreeMap<Integer, Letters>();
    for (EntityMention mention : mentions) {
      Optional<Integer> at = zone.startOf(mention.zone());
      if (mention.kind() != kind || !isAsked.test(mention.id()) || at.isEmpty()) {
        continue;
      }
      int start = unit(at.get(), mention.start());
      int end = unit(start, mention.end() - mention.start());
      for (TextTerm term : terms(Form.STEMMED)) {
        if (term.length() == 1 && term.start() < end && start < term.end()) {
          words.merge(term.position(), new Letters(term.start(), term.end()), Letters::with);
        }
      }
    }
    var runs = new TreeMap<Extent, Letters>(Extent.ORDER);
    words.forEach((position, letters) -> {
      boolean goesOn = !runs.isEmpty() && runs.lastKey().end() + 1 == position;
      Map.Entry<Extent, Letters> last = goesOn ? runs.pollLastEntry() : null;
      runs.put(
          new Extent(last == null ? position : last.getKey().start(), position),
          last == null ? letters : last.getValue().with(letters));
    });
    return runs;
  }

  /// Counts code points, up to the end of the text.
  private int unit(int from, int points) {
    int left = text.codePointCount(from, text.length());
    return text.offsetByCodePoints(from, Math.min(points, left));
  }

  @Override
  public int[] beginnings(Span.Unit unit) throws IOException {
    if (zone.zone() == TextZone.BYLINE) {
      return new int[0];
    }
    int[] starts =
        switch (unit) {
          case SENTENCE ->
              Sentences.of(text).stream().mapToInt(Sentences.Sentence::start).toArray();
          case PARA -> Paragraphs.of(text).stream().mapToInt(Paragraphs.Span::start).toArray();
        };
    var positions = new TreeSet<Integer>();
    int next = 0;
    for (TextTerm term : terms(Form.PLAIN)) {
      boolean begins = false;
      while (next < starts.length && starts[next] <= term.start()) {
        next++;
        begins = true;
      }
      if (begins) {
        positions.add(term.position());
      }
    }
    return positions.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Where a stretch of a leaf stands in the article: in one zone, or from one into the next.
  List<ZoneText.Stretch> stretches(Span leaf, Extent extent) throws IOException {
    Letters letters = found(leaf).get(extent);
    return letters == null ? List.of() : zone.stretches(letters.start, letters.end);
  }

  /// As [#stretches], of everywhere the words of one of the paths stand, by their stems.
  List<ZoneText.Stretch> stretches(List<WordPath> paths) throws IOException {
    return along(paths, Form.STEMMED).values().stream()
        .flatMap(letters -> zone.stretches(letters.start, letters.end).stream())
        .toList();
  }

  /// Where a term of this text stands in the article.
  List<ZoneText.Stretch> stretches(TextTerm term) {
    return zone.stretches(term.start(), term.end());
  }

  List<TextTerm> terms(Form form) throws IOException {
    List<TextTerm> known = terms.get(form);
    if (known == null) {
      known = TextTerm.of(analyzer(form), text);
      terms.put(form, known);
    }
    return known;
  }

  private Analyzer analyzer(Form form) {
    return zone.zone() == TextZone.BYLINE
        ? ArticleAnalyzers.names()
        : ArticleAnalyzers.of(new TextField(Part.BODY, twin, form));
  }
}
