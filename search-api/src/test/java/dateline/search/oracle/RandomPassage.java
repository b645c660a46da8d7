package dateline.search.oracle;

import dateline.corpus.EntityKind;
import dateline.search.query.Clause;
import dateline.search.query.Span;
import dateline.search.query.TextZone;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes passages out of the words of [RandomArchive].
final class RandomPassage {
  private static final int DEPTH_MAX = 2;

  private static final List<String> PATTERNS =
      List.of(
          "minist*",
          "MINIST*",
          "sum?it",
          "tar?ff*",
          "stor*",
          "air*",
          "caf?",
          "naïv*",
          "gip?el",
          "zebra*",
          "strom~1",
          "summit~1",
          "securty~2",
          "cease~1",
          "tokyo~2",
          "Zölle~1",
          "war~1");

  private final Random random;
  private final Supplier<String> word;

  RandomPassage(Random random, Supplier<String> word) {
    this.random = random;
    this.word = word;
  }

  Clause.Passage clause() {
    int least = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
    if (least > 1 && random.nextInt(4) == 0) {
      return new Clause.Passage(span(DEPTH_MAX, true), least, zone());
    }
    Span span =
        switch (random.nextInt(8)) {
          case 0 -> pattern();
          case 1 -> new Span.First(span(1, true), 1 + random.nextInt(12));
          case 2, 3 -> same(0);
          default -> near(0);
        };
    return new Clause.Passage(span, least, zone());
  }

  private Span span(int depth, boolean mayBeVerbatim) {
    int kinds = depth == DEPTH_MAX ? 8 : 13;
    return switch (random.nextInt(kinds)) {
      case 0, 1, 2 -> words();
      case 3 -> mayBeVerbatim ? new Span.Phrase(word.get(), true) : words();
      case 4 -> new Span.Phrase(word.get() + " " + word.get(), false);
      case 5 -> pattern();
      case 6 -> new Span.AnyEntity(kind());
      case 7 -> new Span.Entity(kind(), name());
      case 8, 9 -> near(depth);
      case 10 -> same(depth);
      case 11 ->
          new Span.Either(List.of(span(depth + 1, mayBeVerbatim), span(depth + 1, mayBeVerbatim)));
      default -> new Span.First(span(depth + 1, mayBeVerbatim), 1 + random.nextInt(12));
    };
  }

  private Span words() {
    return new Span.Phrase(word.get(), false);
  }

  private Span pattern() {
    return new Span.Wildcard(oneOf(PATTERNS));
  }

  private Span near(int depth) {
    return new Span.Near(
        span(depth + 1, false),
        span(depth + 1, false),
        1 + random.nextInt(8),
        random.nextBoolean());
  }

  private Span same(int depth) {
    return new Span.Same(
        span(depth + 1, false), span(depth + 1, false), oneOf(List.of(Span.Unit.values())));
  }

  private EntityKind kind() {
    return oneOf(List.of(EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION));
  }

  private String name() {
    return random.nextInt(6) == 0 ? "nobody" : oneOf(RandomArchive.NAMES);
  }

  private @Nullable TextZone zone() {
    return random.nextInt(3) > 0 ? null : oneOf(List.of(TextZone.values()));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
