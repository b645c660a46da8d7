package dateline.corpus.read;

import dateline.corpus.Article;
import dateline.corpus.Published;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes an article of one story of the Reuters-21578 collection, whose README describes the
/// elements. Transmission codes, such as `&#3;`, are part of the format and removed without a
/// warning.
final class ReutersStory {
  private static final List<String> TAGS =
      List.of("TOPICS", "PLACES", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private static final Pattern NEWID = Pattern.compile("^[^>]*\\bNEWID=\"(\\d{1,9})\"");
  private static final Pattern TEXT = Pattern.compile("<TEXT([^>]*)>(.*)</TEXT>", Pattern.DOTALL);
  private static final Pattern TAG_VALUE = Pattern.compile("<D>(.*?)</D>", Pattern.DOTALL);
  private static final Pattern DATE =
      Pattern.compile("(\\d{1,2})-([A-Z]{3})-(\\d{4})\\s+(\\d+:\\d\\d:\\d\\d)");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("H:mm:ss", Locale.ROOT);
  private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,6})|(lt|gt|amp|quot));");
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

  /// The line of the header that ends with month and day and the number of words.
  private static final Pattern SLUG =
      Pattern.compile("^\\S \\S (.*?)\\s+\\d\\d-\\d\\d \\d{4}$", Pattern.MULTILINE);

  /// `Reuter` on a line of its own; in the middle of a line only in capitals, after a full stop.
  private static final Pattern SIGN_OFF =
      Pattern.compile(
          "(?:(?:^|\n)\\s*(?i:reuters?)|(?<=[.!?\"])\\s+REUTER)(?:\\.\\.\\.)?(?:\\^M)?$");

  /// Characters at the end of a text among which a sign-off is looked for.
  private static final int SIGN_OFF_LENGTH_MAX = 60;

  /// Wire lines break before the 65th character, so a headline that goes on has a long first line.
  private static final int FULL_LINE_LENGTH = 50;

  private final String story;
  private final Notes notes = new Notes();

  private ReutersStory(String story) {
    this.story = story;
  }

  /// @param story from `<REUTERS` up to `</REUTERS>`
  /// @param bytes kept when it is rejected
  static Reading read(Place where, String story, byte[] bytes) {
    return new ReutersStory(story).read(where, bytes);
  }

  private Reading read(Place where, byte[] bytes) {
    Matcher newid = NEWID.matcher(story);
    if (!newid.find()) {
      return new Reading.Rejected(where, "the story has no NEWID in its <REUTERS> tag", bytes);
    }
    Matcher text = TEXT.matcher(story);
    if (!text.find()) {
      return new Reading.Rejected(where, "the story has no <TEXT>…</TEXT>", bytes);
    }
    Article.Builder article =
        Article.builder("reut-%05d".formatted(Integer.parseInt(newid.group(1))))
            .source("Reuters")
            .published(published());
    if (!addText(article, text.group(1), text.group(2))) {
      return new Reading.Rejected(where, "the story has neither title nor body", bytes);
    }
    for (String kind : TAGS) {
      Matcher value = TAG_VALUE.matcher(content(kind, story));
      while (value.find()) {
        article.sourceTag(kind.toLowerCase(Locale.ROOT), words(value.group(1)));
      }
    }
    Matcher slug = SLUG.matcher(words(content("UNKNOWN", story)));
    if (slug.find()) {
      article.detail("slug", slug.group(1).strip());
    }
    return new Reading.Accepted(where, article.build(), notes.warnings(), Set.of());
  }

  /// False when there is neither title nor body.
  private boolean addText(Article.Builder article, String attributes, String text) {
    if (attributes.contains("\"UNPROC\"")) {
      return addUnprocessed(article, withoutSignOff(words(text)));
    }
    String headline = onOneLine(content("TITLE", text));
    String body = withoutSignOff(words(content("BODY", text)));
    article
        .headline(nullIfEmpty(headline))
        .dateline(nullIfEmpty(onOneLine(content("DATELINE", text)).replaceFirst("[\\s-]+$", "")))
        .byline(nullIfEmpty(onOneLine(content("AUTHOR", text))))
        .body(body);
    return !headline.isEmpty() || !body.isEmpty();
  }

  /// Raw text has no title of its own; its first line in capitals is one, with the next if it goes
  /// on there.
  private static boolean addUnprocessed(Article.Builder article, String text) {
    int end = headlineEnd(text);
    String headline = text.substring(0, end).replaceAll("\\s+", " ").strip();
    article.headline(nullIfEmpty(headline)).body(text.substring(end).strip());
    return !text.isEmpty();
  }

  private static int headlineEnd(String text) {
    List<String> lines = text.lines().limit(2).toList();
    if (lines.isEmpty() || !isInCapitals(lines.getFirst())) {
      return 0;
    }
    int end = lines.getFirst().length();
    boolean goesOn =
        lines.size() == 2
            && end >= FULL_LINE_LENGTH
            && !lines.getLast().startsWith(" ")
            && isInCapitals(lines.getLast());
    return goesOn ? end + 1 + lines.getLast().length() : end;
  }

  private static boolean isInCapitals(String line) {
    return line.chars().anyMatch(Character::isUpperCase)
        && line.chars().noneMatch(Character::isLowerCase);
  }

  private @Nullable Published published() {
    String written = onOneLine(content("DATE", story));
    Matcher date = DATE.matcher(written);
    if (!date.find()) {
      notes.warn("DATE \"" + written + "\" is not a date; the article is undated");
      return null;
    }
    LocalDate day;
    try {
      int month = MONTHS.indexOf(date.group(2)) + 1;
      day = LocalDate.of(number(date.group(3)), month, number(date.group(1)));
    } catch (DateTimeException e) {
      notes.warn("DATE \"" + written + "\" names no day that exists; the article is undated");
      return null;
    }
    try {
      return new Published.At(
          day.atTime(LocalTime.parse(date.group(4), CLOCK)).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      notes.warn("DATE \"" + written + "\" names no time that exists; the day is kept");
      return new Published.OnDay(day);
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /// What stands between the first `<name …>` and its end; empty where there is none.
  private static String content(String name, String within) {
    int tag = within.indexOf("<" + name);
    int start = tag < 0 ? -1 : within.indexOf('>', tag) + 1;
    int end = start <= 0 ? -1 : within.indexOf("</" + name + ">", start);
    return end < 0 ? "" : within.substring(start, end);
  }

  private static String withoutSignOff(String text) {
    Matcher signOff = SIGN_OFF.matcher(text);
    signOff.region(Math.max(0, text.length() - SIGN_OFF_LENGTH_MAX), text.length());
    signOff.useAnchoringBounds(false).useTransparentBounds(true);
    return signOff.find() ? text.substring(0, signOff.start()).strip() : text;
  }

  private static String onOneLine(String content) {
    return words(content).replaceAll("\\s+", " ");
  }

  private static String words(String content) {
    String decoded =
        ENTITY
            .matcher(content)
            .replaceAll(entity ->
                Matcher.quoteReplacement(
                    entity.group(1) == null
                        ? ENTITIES.getOrDefault(entity.group(2), "")
                        : character(number(entity.group(1)))));
    return CleanText.of(decoded).text();
  }

  private static String character(int codePoint) {
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
