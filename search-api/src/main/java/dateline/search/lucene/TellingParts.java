package dateline.search.lucene;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Paragraphs;
import dateline.corpus.Zone;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.learn.TermRarity;
import dateline.index.schema.ArticleField;
import dateline.index.schema.EntityMention;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.engine.Similar;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;

/// Finds what tells an article from the rest: the entities it is about, and its rarest words.
///
/// Words that name a person, place or organisation do not count a second time, and what no other
/// article has tells nothing about others.
final class TellingParts {
  private static final int WORDS_MAX = 24;

  /// What more than this part of the archive holds is on no subject.
  private static final double COMMON_SHARE = 0.25;

  /// Below this number of articles, no entity is common.
  private static final int COMMON_MIN = 5;

  private static final double HEADLINE_WEIGHT = 2;
  private static final double OPENING_WEIGHT = 1.5;

  private static final Comparator<Telling> ORDER =
      Comparator.comparingDouble(Telling::weight).reversed().thenComparing(Telling::label);

  private final OpenGeneration generation;
  private final List<EntityMention> mentions;
  private final Article article;
  private final Twin twin;
  private final Set<String> calendar;
  private final Map<String, Word> words = new HashMap<>();

  /// @param article with its language named
  /// @param mentions of entities in the article
  TellingParts(OpenGeneration generation, Article article, List<EntityMention> mentions) {
    this.generation = generation;
    this.article = article;
    this.mentions = mentions.stream().filter(m -> m.kind() != EntityKind.ISSUE).toList();
    this.twin = ArticleAnalyzers.twinOf(article.language());
    String language = article.language();
    this.calendar = calendar(language == null ? Locale.ENGLISH : Locale.of(language));
  }

  /// Names of days and months, which two stories share by accident.
  private static Set<String> calendar(Locale locale) {
    return Stream.concat(
            Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.FULL, locale)),
            Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL, locale)))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /// A word of the article.
  private static final class Word {
    private String surface;
    private int count;
    private double zoneWeight;

    Word(String surface) {
      this.surface = surface;
    }

    void add(String other, double weight) {
      count++;
      zoneWeight = Math.max(zoneWeight, weight);
      if (other.equals(other.toLowerCase(Locale.ROOT))) {
        surface = other; // no capital that only the start of a sentence gave it
      }
    }
  }

  /// Most telling first.
  ///
  /// @param about ids of the entities that the article is about
  List<Telling> of(Map<EntityKind, List<String>> about) throws IOException {
    var telling = new ArrayList<Telling>();
    for (EntityKind kind : EntityKind.values()) {
      for (String id :
          about.getOrDefault(kind, List.of()).stream()
              .flatMap(found -> generation.names().shown(kind, found).stream())
              .distinct()
              .toList()) {
        addEntity(kind, id, telling);
      }
    }
    telling.addAll(words());
    telling.sort(ORDER);
    return telling;
  }

  private void addEntity(EntityKind kind, String id, List<Telling> telling) throws IOException {
    ArticleField field = ArticleRows.filterOf(kind);
    List<Term> terms =
        generation.names().found(kind, id).stream()
            .map(found -> new Term(field.parameter(), found))
            .toList();
    int held = 0; // an article that has two of them counts twice: close enough to tell rare ones
    for (Term term : terms) {
      held += LiveArticles.count(term, generation.reader());
    }
    if (isTelling(held)) {
      String label = generation.names().labelOf(kind, id);
      telling.add(
          new Telling(
              terms, weightOf(kind) * rarity(held), label, new Similar.Entity(field, id, label)));
    }
  }

  /// Two stories about one person share more than two stories about one country.
  private static double weightOf(EntityKind kind) {
    return switch (kind) {
      case PERSON -> 2;
      case ORGANISATION -> 1.5;
      case PLACE, ISSUE -> 1;
    };
  }

  /// As [TermRarity#of] has it, over the articles of all languages.
  private double rarity(int held) {
    return Math.log1p((generation.reader().numDocs() - held + 0.5) / (held + 0.5));
  }

  private boolean isTelling(int held) {
    return held >= 2 && held <= Math.max(COMMON_MIN, COMMON_SHARE * generation.reader().numDocs());
  }

  /// Most articles that may hold a word which is rare in its language. Of a language with few
  /// articles no word is known to be rare: its smallest words seem so too.
  private double heldMax() throws IOException {
    String language = article.language();
    int articles =
        language == null
            ? generation.reader().numDocs()
            : LiveArticles.count(
                new Term(ArticleField.LANGUAGE.parameter(), language), generation.reader());
    return COMMON_SHARE * articles;
  }

  private List<Telling> words() throws IOException {
    addWords(Zone.HEADLINE, article.text(Zone.HEADLINE), 0, HEADLINE_WEIGHT);
    addWords(Zone.SUBHEAD, article.text(Zone.SUBHEAD), 0, OPENING_WEIGHT);
    addWords(Zone.LEAD, article.text(Zone.LEAD), 0, OPENING_WEIGHT);
    List<Paragraphs.Span> paragraphs = Paragraphs.of(article.body());
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraphs.Span span = paragraphs.get(i);
      addWords(
          Zone.BODY,
          article.body().substring(span.start(), span.end()),
          span.start(),
          i == 0 ? OPENING_WEIGHT : 1);
    }
    return heaviest(weighted());
  }

  private List<Telling> weighted() throws IOException {
    double heldMax = heldMax();
    TermRarity rarities = generation.rarity(twin);
    var telling = new ArrayList<Telling>();
    words.forEach((stem, word) -> {
      int held = rarities.count(stem);
      if (held >= 2 && held <= heldMax) {
        double weight = word.zoneWeight * (1 + Math.log(word.count)) * rarities.of(held);
        telling.add(new Telling(terms(stem), weight, word.surface, null));
      }
    });
    telling.sort(ORDER);
    return telling;
  }

  /// One for each word, of which an analyzer may have made several terms.
  private static List<Telling> heaviest(List<Telling> ordered) {
    var surfaces = new HashSet<String>();
    return ordered.stream()
        .filter(word -> surfaces.add(word.label().toLowerCase(Locale.ROOT)))
        .limit(WORDS_MAX)
        .toList();
  }

  private List<Term> terms(String stem) {
    return List.of(
        new Term(new TextField(Part.HEADLINE, twin, Form.STEMMED).name(), stem),
        new Term(new TextField(Part.BODY, twin, Form.STEMMED).name(), stem));
  }

  /// @param offset of the text in its zone, in UTF-16 units
  private void addWords(Zone zone, String text, int offset, double weight) throws IOException {
    String whole = article.text(zone);
    for (TextTerm term :
        TextTerm.of(ArticleAnalyzers.of(new TextField(Part.BODY, twin, Form.STEMMED)), text)) {
      String surface = text.substring(term.start(), term.end());
      int start = whole.codePointCount(0, offset + term.start());
      if (surface.length() >= GistReader.lengthMin(twin)
          && term.text().codePoints().anyMatch(Character::isLetter)
          && !calendar.contains(surface.toLowerCase(Locale.ROOT))
          && !isName(zone, start)) {
        words.computeIfAbsent(term.text(), _ -> new Word(surface)).add(surface, weight);
      }
    }
  }

  private boolean isName(Zone zone, int point) {
    return mentions.stream()
        .anyMatch(m -> m.zone() == zone && m.start() <= point && point < m.end());
  }
}
