package dateline.index.story;

import dateline.corpus.Article;
import dateline.corpus.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Invents articles of few texts: the same again, with edits, cut, with other figures, in other
/// weeks, and briefs. A seed gives the same ones again.
public final class Wire {
  private static final Instant FIRST = Instant.parse("1988-01-04T06:00:00Z");
  private static final int DAYS = 20;

  private final Random random;
  private final List<List<String>> texts = new ArrayList<>();

  /// @param texts that all articles are made of
  public Wire(int texts, Random random) {
    this.random = random;
    for (int text = 0; text < texts; text++) {
      var words = new ArrayList<String>();
      int length = text % 3 == 0 ? 12 + random.nextInt(30) : 80 + random.nextInt(120);
      for (int i = 0; i < length; i++) {
        words.add(word());
      }
      this.texts.add(words);
    }
  }

  public Article article(String id) {
    int text = random.nextInt(texts.size());
    List<String> words = new ArrayList<>(texts.get(text));
    switch (random.nextInt(6)) {
      case 0 -> {} // the same again
      case 1 -> words.subList(words.size() * 3 / 4, words.size()).clear();
      case 2 -> words.subList(words.size() / 2, words.size()).clear();
      case 3 -> words.replaceAll(word -> random.nextInt(30) == 0 ? word() : word);
      case 4 -> words.replaceAll(word -> isFigure(word) ? figure() : word);
      default -> words.subList(0, words.size() / 10).clear();
    }
    return Article.builder(id)
        .source("Invented Wire")
        .headline(random.nextInt(4) == 0 ? "Other words " + word() : "Text " + text)
        .body(String.join(" ", words) + ".")
        .published(published())
        .build();
  }

  private @Nullable Published published() {
    Instant then = FIRST.plusSeconds(random.nextInt(DAYS * 24) * 3600L);
    LocalDate day = then.atZone(ZoneOffset.UTC).toLocalDate();
    return switch (random.nextInt(12)) {
      case 0 -> null;
      case 1 -> new Published.OnDay(day);
      case 2 -> new Published.InMonth(YearMonth.from(day));
      default -> new Published.At(then);
    };
  }

  private String word() {
    return switch (random.nextInt(12)) {
      case 0 -> figure();
      case 1 -> "Name" + letters();
      default -> "word" + letters();
    };
  }

  private String figure() {
    return String.valueOf(random.nextInt(10_000));
  }

  private String letters() {
    return "" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
  }

  private static boolean isFigure(String word) {
    return Character.isDigit(word.charAt(0));
  }
}
