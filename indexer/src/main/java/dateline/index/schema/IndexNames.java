package dateline.index.schema;

import dateline.corpus.EntityKind;

/// Names of the fields that are neither text nor filter. No other class spells them.
public final class IndexNames {
  /// Raised with every change of a field: an index of another version is built anew.
  public static final int SCHEMA_VERSION = 5;

  /// The oldest version from which an engine gives right answers. Version 4 has all languages but
  /// English in one set of fields, where a reading of each own would find nothing, no light stems
  /// and no [#NAMED], and completes words of texts that may not be shown. Version 3 has no places
  /// of unstemmed words, sentences and named entities, so that operators of place would find
  /// nothing, and no groups of near-identical articles, so that none would be folded. Version 2 has
  /// no marks of entities in its text, so that `person:any` would find nothing, and version 1 no
  /// phrases either: neither could be told from an archive that holds none.
  public static final int SCHEMA_OLDEST = 5;

  /// The article's id: a term, and doc values for ties.
  public static final String ID = "id";

  /// The store's number of the version, as doc values.
  public static final String SEQUENCE = "sequence";

  /// The group of near-identical articles that it belongs to, as doc values: the least [#SEQUENCE]
  /// among them; 0 for an article that is like no other.
  public static final String STORY = "story";

  /// Numbers that articles of nearly the same text share, as terms of eight bytes; see
  /// `dateline.index.story.Bands`.
  public static final String BANDS = "bands";

  /// Seconds from 1970 of the first moment meant, as doc values; absent when undated.
  public static final String PUBLISHED = "published";

  /// How precise the date is, as the code of [Precision], as doc values.
  public static final String PRECISION = "published_precision";

  /// The instant in seconds, as a point; only where an instant is known.
  public static final String PUBLISHED_AT = "published_at";

  /// First and last day from 1970, as a range; only where no instant is known.
  public static final String PUBLISHED_DAYS = "published_days";

  /// Words of the body, as a point and doc values.
  public static final String WORDS = "words";

  /// What a result list shows, as doc values; see the writer's card.
  public static final String CARD = "card";

  /// Where entities are named, stored.
  public static final String MENTIONS = "mentions";

  /// The entities that an article names, without what contains them, as terms; see [#entityAt].
  public static final String NAMED = "named";

  /// What the article means, as doc values; only where the archive has a model. See
  /// `dateline.index.meaning.Meaning`.
  public static final String MEANING = "meaning";

  public static final String BYLINE = "byline";

  /// What a search may be completed to, as terms: what the articles let be shown; see
  /// [PrintedPhrase].
  public static final String PHRASES = "phrases";

  /// How precisely the time of publication is known.
  public enum Precision {
    INSTANT(0),
    DAY(1),
    MONTH(2),
    YEAR(3);

    private final int code;

    Precision(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }
  }

  /// The mark at the first word of a sentence; see [#marksOf].
  public static final String SENTENCE = "s";

  /// The mark at the first word of a paragraph.
  public static final String PARAGRAPH = "p";

  private static final char ANY_MARK = '\u0001';

  private IndexNames() {}

  /// The term of stemmed text that stands, in every place that such an entity's name takes, beside
  /// the name's own words. No analyzer gives a control character, so no typed word equals it.
  public static String anyOf(EntityKind kind) {
    return ANY_MARK
        + switch (kind) {
          case PERSON -> "person";
          case PLACE -> "place";
          case ORGANISATION -> "org";
          case ISSUE -> "issue";
        };
  }

  /// The field with the marks of what stands where in a text, at the positions of its stemmed and
  /// plain words.
  public static String marksOf(TextField.Part part, Twin twin) {
    return new TextField(part, twin, TextField.Form.STEMMED).name() + "_marks";
  }

  /// The mark at each word of a name of an entity, or of one that it contains; also the term of
  /// [#NAMED].
  public static String entityAt(EntityKind kind, String id) {
    return anyOf(kind).substring(1) + ":" + id;
  }

  /// Whether a term of text stands for a kind of entity and not for a word.
  public static boolean isAny(String term) {
    return !term.isEmpty() && term.charAt(0) == ANY_MARK;
  }

  /// Names by which an article calls its entities of one kind, analysed as names.
  public static String namesOf(EntityKind kind) {
    return switch (kind) {
      case PERSON -> "person_name";
      case PLACE -> "place_name";
      case ORGANISATION -> "org_name";
      case ISSUE -> "issue_name";
    };
  }
}
