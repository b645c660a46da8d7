package dateline.index.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// An invented article: no text, only what the judge's figures are made of.
///
/// @param day of publication in UTC; null when unknown
/// @param released when its newsroom sent it
/// @param length in words
record Story(
    int id,
    Newspaper source,
    @Nullable LocalDate day,
    Instant released,
    Has has,
    Words words,
    double length) {
  /// Which fields are there.
  record Has(boolean headline, boolean body, boolean byline) {}

  enum Field {
    HEADLINE,
    BODY,
    DATE,
    BYLINE
  }

  boolean has(Field field) {
    return switch (field) {
      case HEADLINE -> has.headline;
      case BODY -> has.body;
      case DATE -> day != null;
      case BYLINE -> has.byline;
    };
  }

  Story without(Field field) {
    return switch (field) {
      case HEADLINE -> with(new Has(false, has.body, has.byline), words);
      case BODY -> with(new Has(has.headline, false, has.byline), Words.NONE);
      case DATE -> on(null);
      case BYLINE -> with(new Has(has.headline, has.body, false), words);
    };
  }

  Story shifted(int days) {
    LocalDate old = day == null ? LocalDate.ofInstant(released, ZoneOffset.UTC) : day;
    return on(old.plusDays(days));
  }

  Story with(Words other) {
    return with(has, other);
  }

  Story numbered(int other) {
    return new Story(other, source, day, released, has, words, length);
  }

  private Story on(@Nullable LocalDate other) {
    return new Story(id, source, other, released, has, words, length);
  }

  private Story with(Has other, Words otherWords) {
    return new Story(id, source, day, released, other, otherWords, length);
  }
}
