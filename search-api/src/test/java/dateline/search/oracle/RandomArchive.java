package dateline.search.oracle;

import dateline.corpus.Article;
import dateline.corpus.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Makes small archives of few words, so that random searches find something.
final class RandomArchive {
  /// Words that stand next to each other now and then make the phrases and compounds.
  static final List<String> WORDS =
      List.of(
          "summit",
          "summits",
          "security",
          "tariff",
          "tariffs",
          "talks",
          "election",
          "storm",
          "harvest",
          "budget",
          "minister",
          "ministers",
          "the",
          "of",
          "and",
          "us",
          "who",
          "it",
          "Indo-Pacific",
          "indopacific",
          "defence",
          "defense",
          "per cent",
          "percent",
          "Indo",
          "Pacific",
          "air",
          "strike",
          "strikes",
          "airstrike",
          "air-strike",
          "short-term",
          "shortterm",
          "short",
          "term",
          "cease-fire",
          "ceasefire",
          "cease",
          "fire",
          "U.S.",
          "US",
          "WHO",
          "Ishiba's",
          "Ishiba’s",
          "ishiba",
          "café",
          "cafe",
          "São",
          "naïve",
          "1,750",
          "3.5",
          "F-16",
          "two-year-old",
          "O'Neill",
          "anti-war",
          "war");

  static final List<String> NAMES =
      List.of(
          "Shigeru Ishiba",
          "Howard Baker",
          "Maria Lopez",
          "Tokyo",
          "Japan",
          "Paris",
          "France",
          "Germany",
          "Berlin",
          "United Nations",
          "NATO",
          "Brazil",
          "Asia",
          "Osaka");

  static final List<String> GERMAN =
      List.of("Gipfel", "Sicherheit", "über", "Tokyo", "Ministerin", "und", "Zölle", "US", "café");

  static final List<String> FRENCH =
      List.of("l'énergie", "les", "énergies", "Tokyo", "ministre", "dans", "war", "élu", "élus");

  static final List<String> JAPANESE =
      List.of("東京", "東京で", "首相は", "ﾄｳｷｮｳ", "サミット", "地震", "Tokyo", "京", "US");

  static final List<String> SOURCES = List.of("Meridian Wire", "Harbor Post", "meridian wire");
  static final List<String> SECTIONS = List.of("World", "Business", "world");
  static final List<String> AUTHORS = List.of("Maria Lopez", "Sam O'Neill", "Café Storm");
  static final List<String> TYPES = List.of("news", "opinion");
  static final List<String> TAGS = List.of("japan", "trade");

  private final Random random;

  RandomArchive(long seed) {
    this.random = new Random(seed);
  }

  /// Articles in the order of their delivery; a later one with the same id is a new version.
  List<Article> articles() {
    int count = 15 + random.nextInt(45);
    var articles = new ArrayList<Article>();
    for (int i = 0; i < count; i++) {
      boolean isNewVersion = i > 0 && random.nextInt(10) == 0;
      Article old = isNewVersion ? articles.get(random.nextInt(i)) : null;
      articles.add(article(old == null ? id(i) : old.id().value(), old));
    }
    return articles;
  }

  /// What is left when later versions have replaced earlier ones.
  static List<Article> latest(List<Article> articles) {
    var latest = new LinkedHashMap<String, Article>();
    articles.forEach(article -> latest.put(article.id().value(), article));
    return List.copyOf(latest.values());
  }

  static String jsonLines(List<Article> articles) {
    return articles.stream()
        .map(article -> JsonMapper.shared().writeValueAsString(json(article)) + "\n")
        .collect(Collectors.joining());
  }

  private static Map<String, Object> json(Article article) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", article.id().value());
    put(json, "source", article.source().isEmpty() ? null : article.source());
    put(json, "headline", article.headline());
    put(json, "subhead", article.subhead());
    put(json, "lead", article.lead());
    put(json, "body", article.body().isEmpty() ? null : article.body());
    put(json, "published", Objects.toString(article.published(), null));
    put(json, "byline", article.byline());
    put(json, "section", article.section());
    put(json, "language", article.language());
    put(json, "type", article.type());
    List<String> topics =
        article.sourceTags().stream().map(tag -> tag.substring("topics:".length())).toList();
    put(json, "topics", topics.isEmpty() ? null : topics);
    return json;
  }

  private static void put(Map<String, Object> json, String field, @Nullable Object value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  private String id(int number) {
    return oneOf(List.of("a", "b", "é", "\uFB01", "\uD801\uDC37")) + number;
  }

  private Article article(String id, @Nullable Article old) {
    String language = oneOf(List.of("en", "en", "en", "de", "", "", "fr", "ja", "jpn", "no"));
    List<String> words =
        switch (language) {
          case "de" -> GERMAN;
          case "fr" -> FRENCH;
          case "ja", "jpn" -> JAPANESE;
          case "no" -> oneOf(List.of(GERMAN, FRENCH, JAPANESE)); // stated wrongly, or not at all
          default -> WORDS;
        };
    if (language.equals("no") && random.nextBoolean()) {
      language = "";
    }
    boolean hasHeadline = random.nextInt(8) > 0;
    boolean hasBody = !hasHeadline || random.nextInt(8) > 0;
    Article.Builder article =
        Article.builder(id)
            .source(old == null ? maybe(SOURCES, "") : old.source())
            .headline(hasHeadline ? headline(words) : null)
            .subhead(random.nextInt(8) == 0 ? sentence(words) : null)
            .lead(random.nextInt(8) == 0 ? sentence(words) : null)
            .body(hasBody ? body(words) : "")
            .published(published())
            .byline(random.nextInt(3) == 0 ? null : byline())
            .section(random.nextInt(3) == 0 ? null : oneOf(SECTIONS))
            .language(language.isEmpty() ? null : language)
            .type(random.nextInt(3) == 0 ? null : oneOf(TYPES));
    if (random.nextInt(3) == 0) {
      article.sourceTag("topics", oneOf(TAGS));
    }
    return article.build();
  }

  private String headline(List<String> words) {
    String headline = words(words, 2 + random.nextInt(5));
    return random.nextInt(6) == 0 ? headline.toUpperCase(Locale.ROOT) : headline;
  }

  private String body(List<String> words) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(_ -> sentence(words) + " " + sentence(words))
        .collect(Collectors.joining("\n\n"));
  }

  private String sentence(List<String> words) {
    String name = random.nextBoolean() ? oneOf(NAMES) + " " : "";
    return "They saw " + name + words(words, 1 + random.nextInt(8)) + ".";
  }

  private String words(List<String> words, int count) {
    return IntStream.range(0, count).mapToObj(_ -> oneOf(words)).collect(Collectors.joining(" "));
  }

  private String byline() {
    return "By " + oneOf(AUTHORS) + (random.nextInt(4) == 0 ? " and " + oneOf(AUTHORS) : "");
  }

  /// Near the borders of days, months and years, so that time zones matter.
  @Nullable Published published() {
    LocalDate day =
        LocalDate.of(1986 + random.nextInt(3), random.nextBoolean() ? 12 : 1, 1)
            .plusDays(random.nextInt(4) == 0 ? random.nextInt(300) : 28 + random.nextInt(6));
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> new Published.InYear(Year.of(day.getYear()));
      case 2 -> new Published.InMonth(YearMonth.from(day));
      case 3, 4 -> new Published.OnDay(day);
      default -> new Published.At(instant(day));
    };
  }

  private Instant instant(LocalDate day) {
    String time = oneOf(List.of("00:00:00", "04:59:59", "05:00:00", "15:00:00", "23:59:59"));
    return Instant.parse(day + "T" + time + "Z");
  }

  private String maybe(List<String> values, String other) {
    return random.nextInt(4) == 0 ? other : oneOf(values);
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
