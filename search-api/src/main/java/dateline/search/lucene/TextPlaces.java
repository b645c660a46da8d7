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
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;

/// Where words stand in the text of one article, by the positions that the index has for them.
final class TextPlaces implements Places {
  private final ZoneText zone;
  private final String text;
  private final Twin twin;
  private final List<EntityMention> mentions;
  private final EntityDirectory names;
  private final Map<Form, List<TextTerm>> terms = new EnumMap<>(Form.class);
  private final Map<Span, List<Extent>> found = new HashMap<>();

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
    List<Extent> known = found.get(leaf);
    if (known == null) {
      known = find(leaf);
      found.put(leaf, known);
    }
    return known;
  }

  private List<Extent> find(Span leaf) throws IOException {
    return switch (leaf) {
      case Span.Phrase(var phrase, var isVerbatim) ->
          phrases(phrase, isVerbatim ? Form.VERBATIM : Form.STEMMED);
      case Span.Wildcard(var typed) -> {
        var pattern = new WordPattern(typed);
        yield terms(Form.PLAIN).stream()
            .filter(term -> pattern.fits(term.text()))
            .map(term -> new Extent(term.position(), term.position()))
            .distinct()
            .toList();
      }
      case Span.Entity(var kind, var name) -> {
        Set<String> ids = names.idsOf(kind, name);
        yield mentions(kind, id -> isWithin(kind, id, ids));
      }
      case Span.AnyEntity(var kind) -> mentions(kind, _ -> true);
      case Span.Either _, Span.Near _, Span.Same _, Span.First _ ->
          throw new IllegalStateException(leaf + " has parts");
    };
  }

  private boolean isWithin(EntityKind kind, String id, Set<String> ids) {
    return ids.contains(id) || names.containersOf(kind, id).stream().anyMatch(ids::contains);
  }

  private List<Extent> phrases(String phrase, Form form) throws IOException {
    Map<Integer, Set<String>> byPosition = new HashMap<>();
    for (TextTerm term : terms(form)) {
      byPosition.computeIfAbsent(term.position(), _ -> new TreeSet<>()).add(term.text());
    }
    var extents = new TreeSet<>(Extent.ORDER);
    for (WordPath path : WordPath.of(TextTerm.of(analyzer(form), phrase))) {
      int length = path.positions().size();
      for (int start : byPosition.keySet()) {
        boolean stands =
            IntStream.range(0, length)
                .allMatch(i ->
                    path.positions().get(i).stream()
                        .anyMatch(byPosition.getOrDefault(start + i, Set.of())::contains));
        if (stands) {
          extents.add(new Extent(start, start + length - 1));
        }
      }
    }
    return List.copyOf(extents);
  }

  private List<Extent> mentions(EntityKind kind, Predicate<String> isAsked) throws IOException {
    var positions = new TreeSet<Integer>();
    for (EntityMention mention : mentions) {
      Optional<Integer> at = zone.startOf(mention.zone());
      if (mention.kind() != kind || !isAsked.test(mention.id()) || at.isEmpty()) {
        continue;
      }
      int start = unit(at.get(), mention.start());
      int end = unit(start, mention.end() - mention.start());
      for (TextTerm term : terms(Form.STEMMED)) {
        if (term.length() == 1 && term.start() < end && start < term.end()) {
          positions.add(term.position());
        }
      }
    }
    var runs = new ArrayList<Extent>();
    for (int position : positions) {
      boolean goesOn = !runs.isEmpty() && runs.getLast().end() + 1 == position;
      int first = goesOn ? runs.removeLast().start() : position;
      runs.add(new Extent(first, position));
    }
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

  /// Where a stretch stands in the article.
  Optional<ZoneText.Stretch> stretch(Span leaf, Extent extent) {
    boolean isVerbatim = leaf instanceof Span.Phrase phrase && phrase.isVerbatim();
    List<TextTerm> all = terms.getOrDefault(isVerbatim ? Form.VERBATIM : Form.STEMMED, List.of());
    if (all.isEmpty()) {
      all = terms.getOrDefault(Form.PLAIN, List.of());
    }
    int start = -1;
    int end = -1;
    for (TextTerm term : all) {
      boolean isWithin =
          extent.start() <= term.position() && term.position() + term.length() - 1 <= extent.end();
      if (isWithin) {
        start = start < 0 ? term.start() : start;
        end = Math.max(end, term.end());
      }
    }
    return start < 0 ? Optional.empty() : zone.stretch(start, end);
  }

  private List<TextTerm> terms(Form form) throws IOException {
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
