package dateline.search.lucene;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.corpus.store.ArchiveReader;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.language.ArticleLanguage;
import dateline.index.learn.TermRarity;
import dateline.index.schema.ArticleField;
import dateline.index.schema.EntityMention;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/// Reads the gists of articles. For one thread.
///
/// A word weighs its place, times 1 + ln(how often), times its rarity to the power of 1.5: with the
/// plain rarity, brief reports of one make (dividends, auctions, weather) were taken for one story.
final class GistReader {
  static final int WORDS_MAX = 40;
  private static final int ENTITIES_MAX = 40;

  /// What happened stands at the top; further down are other stories. UTF-16 units of the body.
  private static final int BODY_MAX = 2000;

  /// About a first paragraph, where the lead stands in the body.
  private static final int OPENING_MAX = 300;

  private static final int WORD_LENGTH_MIN = 3;

  /// Pairs of characters stand for the words of Chinese, Japanese and Korean.
  private static final int PAIR_LENGTH = 2;

  private static final double RARITY_POWER = 1.5;

  /// What more than this part of the archive holds is on no event.
  private static final double COMMON_SHARE = 0.25;

  private static final double HEADLINE_WEIGHT = 2;
  private static final double OPENING_WEIGHT = 1.5;

  private final OpenGeneration generation;
  private final ArchiveReader archive;
  private final ArticleRows rows;
  private final Map<String, Double> heldMax = new HashMap<>();
  private final Map<String, Integer> naming = new HashMap<>();

  GistReader(OpenGeneration generation, ArchiveReader archive) {
    this.generation = generation;
    this.archive = archive;
    this.rows = new ArticleRows(generation);
  }

  /// How often something stands in an article, and its best place there.
  private static final class Found {
    private int count;
    private double place;

    void add(double weight) {
      count++;
      place = Math.max(place, weight);
    }

    double weight() {
      return place * (1 + Math.log(count));
    }
  }

  /// Empty when the store has the text no more.
  Optional<Gist> of(int number) throws IOException {
    Gist known = generation.gists().get(number);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Article> article = archive.version(rows.sequence(number)).map(ArticleLanguage::named);
    if (article.isEmpty()) {
      return Optional.empty();
    }
    Gist read = gist(number, article.get());
    generation.gists().put(read);
    return Optional.of(read);
  }

  private Gist gist(int number, Article article) throws IOException {
    Twin twin = ArticleAnalyzers.twinOf(article.language());
    long second =
        article.published() == null
            ? HitOrder.UNDATED
            : article.published().sortInstant().getEpochSecond();
    return new Gist(
        number,
        article.id().value(),
        second,
        twin,
        SparseWeights.of(words(article, twin), WORDS_MAX),
        SparseWeights.of(entities(rows.mentions(number)), ENTITIES_MAX));
  }

  private Map<String, Double> words(Article article, Twin twin) throws IOException {
    var found = new HashMap<String, Found>();
    addWords(article.text(Zone.HEADLINE), twin, HEADLINE_WEIGHT, found);
    addWords(article.text(Zone.SUBHEAD), twin, OPENING_WEIGHT, found);
    addWords(article.text(Zone.LEAD), twin, OPENING_WEIGHT, found);
    String body = article.body();
    addWords(body.substring(0, Math.min(body.length(), BODY_MAX)), twin, 1, found);
    double most = heldMax(article.language());
    TermRarity rarities = generation.rarity(twin);
    var weights = new HashMap<String, Double>();
    for (var each : found.entrySet()) {
      int held = held(each.getKey(), twin);
      if (held >= 2 && held <= most) {
        weights.put(
            each.getKey(), each.getValue().weight() * Math.pow(rarities.of(held), RARITY_POWER));
      }
    }
    return weights;
  }

  private static void addWords(String text, Twin twin, double place, Map<String, Found> found)
      throws IOException {
    for (TextTerm term :
        TextTerm.of(ArticleAnalyzers.of(new TextField(Part.BODY, twin, Form.STEMMED)), text)) {
      if (term.end() - term.start() >= lengthMin(twin)) {
        double weight = place == 1 && term.start() < OPENING_MAX ? OPENING_WEIGHT : place;
        found.computeIfAbsent(term.text(), _ -> new Found()).add(weight);
      }
    }
  }

  /// Shorter words tell nothing, in UTF-16 units.
  static int lengthMin(Twin twin) {
    return twin == Twin.CJK ? PAIR_LENGTH : WORD_LENGTH_MIN;
  }

  /// Articles that hold a word. One that is newer than the table counts as one of the rarest as
  /// soon as a second article holds it.
  private int held(String stem, Twin twin) throws IOException {
    int listed = generation.rarity(twin).count(stem);
    if (listed >= 2) {
      return listed;
    }
    for (Term term : wordTerms(stem, twin)) {
      if (generation.reader().docFreq(term) >= 2
          && LiveArticles.count(term, generation.reader()) >= 2) {
        return 2;
      }
    }
    return 0;
  }

  /// Of a language with few articles no word is known to be rare: its smallest words seem so too.
  private double heldMax(@Nullable String language) throws IOException {
    String key = language == null ? "" : language;
    Double known = heldMax.get(key);
    if (known == null) {
      int articles =
          language == null
              ? generation.reader().numDocs()
              : LiveArticles.count(
                  new Term(ArticleField.LANGUAGE.parameter(), language), generation.reader());
      known = COMMON_SHARE * articles;
      heldMax.put(key, known);
    }
    return known;
  }

  private Map<String, Double> entities(List<EntityMention> mentions) throws IOException {
    var found = new HashMap<String, Found>();
    for (EntityMention mention : mentions) {
      if (mention.kind() != EntityKind.ISSUE) {
        generation
            .names()
            .shown(mention.kind(), mention.id())
            .ifPresent(id ->
                found
                    .computeIfAbsent(key(mention.kind(), id), _ -> new Found())
                    .add(place(mention)));
      }
    }
    int articles = generation.reader().numDocs();
    var weights = new HashMap<String, Double>();
    for (var each : found.entrySet()) {
      int held = naming(each.getKey());
      if (held >= 2 && held <= COMMON_SHARE * articles) {
        double rarity = Math.log1p((articles - held + 0.5) / (held + 0.5));
        weights.put(
            each.getKey(), each.getValue().weight() * rarity * weightOf(kindOf(each.getKey())));
      }
    }
    return weights;
  }

  private static double place(EntityMention mention) {
    return switch (mention.zone()) {
      case HEADLINE -> HEADLINE_WEIGHT;
      case SUBHEAD, LEAD, DATELINE -> OPENING_WEIGHT;
      case BODY -> mention.start() < OPENING_MAX ? OPENING_WEIGHT : 1;
      case BYLINE -> 1;
    };
  }

  /// Two stories about one person share more than two stories about one country.
  private static double weightOf(EntityKind kind) {
    return switch (kind) {
      case PERSON -> 2;
      case ORGANISATION -> 1.5;
      case PLACE, ISSUE -> 1;
    };
  }

  /// Articles that name an entity.
  private int naming(String key) throws IOException {
    Integer known = naming.get(key);
    if (known == null) {
      int held =
          0; // an article that has two ids of it counts twice: close enough to tell rare ones
      for (Term term : entityTerms(key)) {
        held += LiveArticles.count(term, generation.reader());
      }
      known = held;
      naming.put(key, known);
    }
    return known;
  }

  private static String key(EntityKind kind, String id) {
    return kind.word() + ' ' + id;
  }

  private static EntityKind kindOf(String key) {
    return EntityKind.of(key.substring(0, key.indexOf(' '))).orElseThrow();
  }

  /// The terms of the index by which an article holds a word of a gist.
  static List<Term> wordTerms(String stem, Twin twin) {
    return List.of(
        new Term(new TextField(Part.HEADLINE, twin, Form.STEMMED).name(), stem),
        new Term(new TextField(Part.BODY, twin, Form.STEMMED).name(), stem));
  }

  /// The terms of the index by which an article names an entity of a gist.
  List<Term> entityTerms(String key) {
    EntityKind kind = kindOf(key);
    ArticleField field =
        kind == EntityKind.PLACE ? ArticleField.PLACE_MENTION : ArticleRows.filterOf(kind);
    return generation.names().found(kind, key.substring(key.indexOf(' ') + 1)).stream()
        .map(found -> new Term(field.parameter(), found))
        .toList();
  }
}
