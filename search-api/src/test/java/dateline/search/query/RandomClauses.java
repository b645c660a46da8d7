package dateline.search.query;

import dateline.corpus.EntityKind;
import dateline.corpus.Published;
import dateline.index.schema.ArticleField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Draws clauses, most of them with words that need care.
final class RandomClauses {
  private static final List<String> WORDS =
      List.of(
          "trade",
          "war",
          "U.S.",
          "C++",
          "$5",
          "O'Neill",
          "won't",
          "indo-pacific",
          "AND",
          "OR",
          "NOT",
          "SAME",
          "NEAR/5",
          "w/5",
          "w/s",
          "NEAR",
          "PRE",
          "near5",
          "ATLEAST/3",
          "FIRST/5",
          "/F50/",
          "hd=x",
          "before:1987",
          "caps",
          "minist!",
          "-x",
          "+",
          "*",
          "minist*",
          "wom?n",
          "a~",
          "\"",
          "“x”",
          "(",
          ")",
          "[x]",
          "\\",
          "a\\b",
          "foo:bar",
          "headline:x",
          "source:",
          "10:30",
          "=x",
          "...",
          "a b",
          "—",
          "…",
          "--",
          "日米",
          "😀",
          "x.",
          ".x",
          "'x'",
          ":",
          "e\u0301",
          "\u0301",
          "½",
          "\ud83d");

  private static final List<ArticleField> STABLE =
      List.of(ArticleField.SOURCE, ArticleField.LANGUAGE, ArticleField.TAG);

  private final Random random;

  RandomClauses(Random random) {
    this.random = random;
  }

  Clause clause(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 8)) {
      case 0, 1 -> new Clause.Ranked(words(), zone());
      case 2 -> new Clause.Phrase(String.join(" ", words()), zone(), random.nextBoolean());
      case 3 -> entity(pick(List.of(EntityKind.values())));
      case 4 -> new Clause.Value(pick(STABLE), String.join(" ", words()));
      case 5 -> random.nextBoolean() ? published() : new Clause.WordsRange(count(0), count(50));
      case 6 -> random.nextInt(4) == 0 ? new Clause.Everything() : new Clause.Ranked(words(), null);
      case 7 -> passage();
      case 8, 9 -> new Clause.All(parts(depth));
      case 10 -> new Clause.Any(parts(depth));
      default -> new Clause.Not(clause(depth - 1));
    };
  }

  private Clause passage() {
    int least = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 1;
    Span span = span(2, random.nextInt(3) == 0);
    boolean asksForPlace =
        switch (span) {
          case Span.Wildcard _, Span.Near _, Span.Same _, Span.First _ -> true;
          case Span.Phrase _, Span.Entity _, Span.AnyEntity _, Span.Either _ -> least > 1;
        };
    return asksForPlace
        ? new Clause.Passage(span, least, zone())
        : new Clause.Passage(new Span.First(span, 1 + random.nextInt(90)), least, zone());
  }

  private Span span(int depth, boolean mayBeVerbatim) {
    return switch (random.nextInt(depth > 0 ? 9 : 4)) {
      case 0 -> new Span.Phrase(String.join(" ", words()), mayBeVerbatim);
      case 1 -> new Span.Wildcard(pick(List.of("minist*", "wom?n", "wom?n*", "colour~2", "war~1")));
      case 2 -> new Span.Entity(EntityKind.PERSON, String.join(" ", words()));
      case 3 -> new Span.AnyEntity(EntityKind.PLACE);
      case 4, 5 ->
          new Span.Near(
              span(depth - 1, false),
              span(depth - 1, false),
              1 + random.nextInt(9),
              random.nextBoolean());
      case 6 ->
          new Span.Same(
              span(depth - 1, false), span(depth - 1, false), pick(List.of(Span.Unit.values())));
      case 7 ->
          new Span.Either(List.of(span(depth - 1, mayBeVerbatim), span(depth - 1, mayBeVerbatim)));
      default -> new Span.First(span(depth - 1, mayBeVerbatim), 1 + random.nextInt(90));
    };
  }

  private Clause entity(EntityKind kind) {
    return switch (random.nextInt(5)) {
      case 0 -> new Clause.AnyEntity(kind);
      case 1 -> new Clause.Entity(kind, pick(List.of("any", "Any")));
      default -> new Clause.Entity(kind, String.join(" ", words()));
    };
  }

  private List<Clause> parts(int depth) {
    return Stream.generate(() -> clause(depth - 1)).limit(random.nextInt(4)).toList();
  }

  private List<String> words() {
    return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> pick(WORDS)).toList();
  }

  private @Nullable TextZone zone() {
    return random.nextBoolean() ? null : pick(List.of(TextZone.HEADLINE, TextZone.BODY));
  }

  private Clause published() {
    return new Clause.PublishedRange(date(1000), date(2000));
  }

  private @Nullable DateBound date(int century) {
    LocalDate day = LocalDate.of(century + random.nextInt(900), 2, 28);
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> new DateBound.Before(Period.ofMonths(random.nextInt(1, 30)));
      case 2 -> new DateBound.Fixed(new Published.InYear(Year.from(day)));
      case 3 -> new DateBound.Fixed(new Published.InMonth(YearMonth.from(day)));
      case 4 -> new DateBound.Fixed(new Published.OnDay(day));
      default -> new DateBound.Fixed(new Published.At(Instant.parse(day + "T09:21:00Z")));
    };
  }

  private @Nullable Integer count(int least) {
    return random.nextBoolean() ? null : Integer.valueOf(least + random.nextInt(50));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
