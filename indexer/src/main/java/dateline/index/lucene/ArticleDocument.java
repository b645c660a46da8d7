package dateline.index.lucene;

import static dateline.index.schema.IndexNames.BANDS;
import static dateline.index.schema.IndexNames.BYLINE;
import static dateline.index.schema.IndexNames.CARD;
import static dateline.index.schema.IndexNames.ID;
import static dateline.index.schema.IndexNames.MEANING;
import static dateline.index.schema.IndexNames.MENTIONS;
import static dateline.index.schema.IndexNames.NAMED;
import static dateline.index.schema.IndexNames.PHRASES;
import static dateline.index.schema.IndexNames.PRECISION;
import static dateline.index.schema.IndexNames.PUBLISHED;
import static dateline.index.schema.IndexNames.PUBLISHED_AT;
import static dateline.index.schema.IndexNames.PUBLISHED_DAYS;
import static dateline.index.schema.IndexNames.SEQUENCE;
import static dateline.index.schema.IndexNames.STORY;
import static dateline.index.schema.IndexNames.WORDS;

import dateline.corpus.Article;
import dateline.corpus.Byline;
import dateline.corpus.EntityKind;
import dateline.corpus.Paragraphs;
import dateline.corpus.Published;
import dateline.corpus.Rights;
import dateline.corpus.Zone;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.annotate.Mention;
import dateline.index.generation.IndexedArticle;
import dateline.index.language.ArticleLanguage;
import dateline.index.lucene.EntityMarks.Mark;
import dateline.index.meaning.Meaning;
import dateline.index.schema.ArticleCard;
import dateline.index.schema.ArticleField;
import dateline.index.schema.EntityMention;
import dateline.index.schema.IndexNames;
import dateline.index.schema.IndexNames.Precision;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.index.story.Bands;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Turns an article and its entities into the fields of the index.
final class ArticleDocument {
  /// Longer values are no labels; Lucene itself refuses terms over 32,766 bytes.
  private static final int VALUE_LENGTH_MAX = 512;

  private static final String PIECE_GAP = "\n\n";

  private static final FieldType STEMMED = text(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
  private static final FieldType LIGHT = text(IndexOptions.DOCS_AND_FREQS, true);
  private static final FieldType PLAIN = text(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
  private static final FieldType VERBATIM = text(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
  private static final FieldType WHOLE = whole();

  private final Document document = new Document();
  private final Article article;
  private final EntityMarks marks;

  private ArticleDocument(Article article, EntityMarks marks) {
    this.article = article;
    this.marks = marks;
  }

  static Document of(IndexedArticle indexed) {
    var builder =
        new ArticleDocument(ArticleLanguage.named(indexed.article()), EntityMarks.of(indexed));
    builder.addKey(indexed.sequence());
    builder.addTexts();
    builder.addDate();
    builder.addValues();
    builder.addEntities(indexed.entities());
    builder.addMeaning(indexed.meaning());
    return builder.document;
  }

  private void addKey(long sequence) {
    String id = article.id().value();
    document.add(new StringField(ID, id, Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(id)));
    document.add(new NumericDocValuesField(SEQUENCE, sequence));
    document.add(new NumericDocValuesField(STORY, 0));
    for (long band : Bands.of(article)) {
      document.add(new Field(BANDS, BandIndex.term(band), WHOLE));
    }
  }

  private void addTexts() {
    Twin twin = ArticleAnalyzers.twinOf(article.language());
    List<Piece> opening = new ArrayList<>();
    if (article.subhead() != null) {
      opening.add(piece(Zone.SUBHEAD));
    }
    if (article.lead() != null) {
      opening.add(piece(Zone.LEAD));
    }
    var whole = new ArrayList<>(opening);
    whole.add(piece(Zone.BODY));
    if (article.lead() == null) {
      Paragraphs.of(article.body()).stream()
          .findFirst()
          .ifPresent(first -> opening.add(new Piece(Zone.BODY, first.start(), first.end())));
    }
    addText(
        Part.HEADLINE,
        twin,
        article.headline() == null ? List.of() : List.of(piece(Zone.HEADLINE)));
    addText(Part.LEAD, twin, opening);
    addText(Part.BODY, twin, whole);
    int words = words(article.body());
    document.add(new IntPoint(WORDS, words));
    document.add(new NumericDocValuesField(WORDS, words));
    if (article.byline() != null) {
      document.add(new Field(BYLINE, article.byline(), STEMMED));
    }
    ArticlePhrases.of(Rights.of(article).shown(article))
        .forEach(phrase -> document.add(new Field(PHRASES, phrase.term(), WHOLE)));
  }

  /// A stretch of a zone's text, in UTF-16 units.
  private record Piece(Zone zone, int start, int end) {}

  private Piece piece(Zone zone) {
    return new Piece(zone, 0, article.text(zone).length());
  }

  private void addText(Part part, Twin twin, List<Piece> pieces) {
    var joined = new StringBuilder();
    var named = new ArrayList<Mark>();
    for (Piece piece : pieces) {
      joined.append(joined.isEmpty() ? "" : PIECE_GAP);
      int moved = joined.length() - piece.start;
      marks.in(piece.zone).stream()
          .filter(mark -> mark.start() < piece.end)
          .forEach(mark -> named.add(mark.movedBy(moved)));
      joined.append(article.text(piece.zone), piece.start, piece.end);
    }
    String text = joined.toString();
    if (!text.isEmpty()) {
      String stemmed = new TextField(part, twin, Form.STEMMED).name();
      document.add(new MarkedText(stemmed, text, named, STEMMED));
      if (twin.hasLightStems()) {
        document.add(new Field(new TextField(part, twin, Form.LIGHT).name(), text, LIGHT));
      }
      var plain = new TextField(part, twin, Form.PLAIN);
      document.add(new Field(plain.name(), text, PLAIN));
      document.add(
          new PlaceMarks(
              IndexNames.marksOf(part, twin), text, ArticleAnalyzers.of(plain), named, VERBATIM));
      document.add(new Field(new TextField(part, twin, Form.VERBATIM).name(), text, VERBATIM));
    }
  }

  private void addDate() {
    Published published = article.published();
    if (published == null) {
      return;
    }
    long second = published.sortInstant().getEpochSecond();
    document.add(new NumericDocValuesField(PUBLISHED, second));
    document.add(new NumericDocValuesField(PRECISION, precision(published).code()));
    if (published instanceof Published.At) {
      document.add(new LongPoint(PUBLISHED_AT, second));
    } else {
      int first = Math.toIntExact(published.firstDay(ZoneOffset.UTC).toEpochDay());
      int last = Math.toIntExact(published.lastDay(ZoneOffset.UTC).toEpochDay());
      document.add(new IntRange(PUBLISHED_DAYS, new int[] {first}, new int[] {last}));
    }
  }

  private static Precision precision(Published published) {
    return switch (published) {
      case Published.At _ -> Precision.INSTANT;
      case Published.OnDay _ -> Precision.DAY;
      case Published.InMonth _ -> Precision.MONTH;
      case Published.InYear _ -> Precision.YEAR;
    };
  }

  private void addValues() {
    addValues(
        ArticleField.SOURCE, article.source().isEmpty() ? List.of() : List.of(article.source()));
    addValues(
        ArticleField.SECTION, article.section() == null ? List.of() : List.of(article.section()));
    addValues(
        ArticleField.LANGUAGE,
        article.language() == null ? List.of() : List.of(article.language()));
    addValues(ArticleField.TYPE, article.type() == null ? List.of() : List.of(article.type()));
    addValues(
        ArticleField.AUTHOR,
        article.byline() == null ? List.of() : Byline.parse(article.byline()).authors());
    addValues(ArticleField.TAG, article.sourceTags());
  }

  private void addEntities(List<IndexedArticle.Named> entities) {
    Map<ArticleField, Set<String>> values = new EnumMap<>(ArticleField.class);
    Map<EntityKind, List<String>> shown = new EnumMap<>(EntityKind.class);
    var mentions = new ArrayList<EntityMention>();
    for (IndexedArticle.Named entity : entities) {
      EntityKind kind = entity.found().kind();
      boolean isSalient = entity.found().isSalient();
      switch (kind) {
        case PERSON -> put(values, ArticleField.PERSON, entity);
        case ORGANISATION -> put(values, ArticleField.ORG, entity);
        case ISSUE -> put(values, ArticleField.ISSUE, entity);
        case PLACE -> {
          put(values, ArticleField.PLACE_MENTION, entity);
          if (isSalient) {
            put(values, ArticleField.PLACE, entity);
          }
        }
      }
      if (isSalient) {
        shown.computeIfAbsent(kind, _ -> new ArrayList<>()).add(entity.id());
      }
      for (Mention mention : entity.found().mentions()) {
        mentions.add(
            new EntityMention(
                kind,
                entity.id(),
                mention.how().name().toLowerCase(Locale.ROOT),
                mention.zone(),
                mention.start(),
                mention.end()));
      }
      addNames(kind, entity);
      document.add(new Field(NAMED, IndexNames.entityAt(kind, entity.id()), WHOLE));
    }
    values.forEach(this::addValues);
    document.add(new StoredField(MENTIONS, EntityMention.toBytes(mentions)));
    document.add(new BinaryDocValuesField(CARD, new BytesRef(card(shown).toBytes())));
  }

  private void addMeaning(@Nullable Meaning meaning) {
    if (meaning != null) {
      document.add(new BinaryDocValuesField(MEANING, new BytesRef(meaning.toBytes())));
    }
  }

  private static void put(
      Map<ArticleField, Set<String>> values, ArticleField field, IndexedArticle.Named entity) {
    Set<String> ids = values.computeIfAbsent(field, _ -> new LinkedHashSet<>());
    ids.add(entity.id());
    ids.addAll(entity.containers());
  }

  private void addNames(EntityKind kind, IndexedArticle.Named entity) {
    var names = new LinkedHashSet<String>(entity.names());
    names.add(entity.found().label());
    for (Mention mention : entity.found().mentions()) {
      if (mention.how() == Mention.How.NAME) {
        names.add(mention.text());
      }
    }
    for (String name : names) {
      document.add(new Field(IndexNames.namesOf(kind), name, VERBATIM));
    }
  }

  private void addValues(ArticleField field, Collection<String> values) {
    values.stream()
        .map(value ->
            value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value)
        .distinct()
        .forEach(value -> document.add(new KeywordField(field.parameter(), value, Field.Store.NO)));
  }

  private ArticleCard card(Map<EntityKind, List<String>> shown) {
    return new ArticleCard(
        article.id().value(),
        article.headline(),
        article.published(),
        article.source(),
        article.section(),
        article.byline(),
        article.dateline(),
        article.language(),
        shown);
  }

  private static int words(String text) {
    int words = 0;
    boolean isInWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean isSpace = Character.isWhitespace(text.charAt(i));
      if (!isSpace && !isInWord) {
        words++;
      }
      isInWord = !isSpace;
    }
    return words;
  }

  private static FieldType text(IndexOptions options, boolean hasNorms) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(!hasNorms);
    type.freeze();
    return type;
  }

  private static FieldType whole() {
    var type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setTokenized(false);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }
}
