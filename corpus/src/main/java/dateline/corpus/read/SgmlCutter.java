package dateline.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Cuts an SGML file into its stories, each from `<NAME` to `</NAME>`, and what lies between them.
///
/// A story without an end, and text outside of any story, is rejected with the line where it
/// begins. Between stories, declarations, comments of one line and an element around all stories
/// are passed over.
final class SgmlCutter {
  /// How stories look in one format.
  ///
  /// @param element its name in capitals; files may write it in any case
  /// @param noun what messages call a story
  /// @param lengthMax of a story in bytes, a whole number of MiB
  record Form(String element, String noun, int lengthMax) {
    private Pattern start() {
      return Pattern.compile("<" + element + "(?=[\\s>]|$)", Pattern.CASE_INSENSITIVE);
    }

    private Pattern end() {
      return Pattern.compile("</" + element + "\\s*>", Pattern.CASE_INSENSITIVE);
    }

    private String limit() {
      return (lengthMax >> 20) + " MiB";
    }
  }

  /// Makes an article of one story.
  interface StoryReader {
    /// @param story from `<NAME` up to `</NAME>`, each byte as one character
    /// @param bytes the same, kept when it is rejected
    Reading read(Place where, String story, byte[] bytes);
  }

  private enum Inside {
    NOTHING,
    STRAY_TEXT,
    STORY
  }

  private static final Pattern AROUND_STORIES =
      Pattern.compile("<[!?][^<>]*>|</?(?i:docs|docstream|documents)>");

  private final Form form;
  private final Pattern start;
  private final Pattern end;
  private final String file;
  private final StoryReader stories;
  private final Consumer<Reading> readings;
  private final StringBuilder piece = new StringBuilder();
  private Inside inside = Inside.NOTHING;
  private long firstLine;

  SgmlCutter(Form form, String file, StoryReader stories, Consumer<Reading> readings) {
    this.form = form;
    this.start = form.start();
    this.end = form.end();
    this.file = file;
    this.stories = stories;
    this.readings = readings;
  }

  void cut(InputStream content) throws IOException {
    var lines = new Lines(content, form.lengthMax());
    while (lines.advance()) {
      take(new String(lines.bytes(), StandardCharsets.ISO_8859_1), lines.number());
      if (lines.isTooLong()) {
        cut("the rest of line %d, which is longer than %s".formatted(lines.number(), form.limit()));
      }
    }
    cut("the file ends. Was it cut off?");
  }

  /// A line may end one story and start the next.
  private void take(String line, long number) {
    var nextStart = start.matcher(line);
    var nextEnd = end.matcher(line);
    int at = 0;
    while (at < line.length()) {
      boolean starts = nextStart.find(at);
      boolean ends = inside == Inside.STORY && nextEnd.find(at);
      if (ends && (!starts || nextEnd.start() < nextStart.start())) {
        piece.append(line, at, nextEnd.start());
        finishStory();
        at = nextEnd.end();
      } else if (starts) {
        add(line.substring(at, nextStart.start()), number);
        cut("the next one begins in line " + number);
        inside = Inside.STORY;
        firstLine = number;
        at = nextStart.end();
        piece.append(nextStart.group());
      } else {
        add(line.substring(at), number);
        at = line.length();
      }
    }
    add("\n", number);
  }

  private void add(String text, long number) {
    if (inside == Inside.NOTHING && !AROUND_STORIES.matcher(text).replaceAll("").isBlank()) {
      inside = Inside.STRAY_TEXT;
      firstLine = number;
    }
    if (inside != Inside.NOTHING && piece.length() <= form.lengthMax()) {
      piece.append(text);
    }
  }

  private void finishStory() {
    if (piece.length() > form.lengthMax()) {
      reject("the %s is longer than %s".formatted(form.noun(), form.limit()));
    } else {
      readings.accept(stories.read(new Place(file, firstLine), piece.toString(), pieceBytes()));
    }
    clear();
  }

  /// Ends a piece where something else begins.
  private void cut(String what) {
    switch (inside) {
      case NOTHING -> {}
      case STRAY_TEXT -> reject("text outside of any " + form.noun() + ", before " + what);
      case STORY ->
          reject("the %s has no </%s> before %s".formatted(form.noun(), form.element(), what));
    }
    clear();
  }

  private void reject(String reason) {
    readings.accept(new Reading.Rejected(new Place(file, firstLine), reason, pieceBytes()));
  }

  private byte[] pieceBytes() {
    return piece.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void clear() {
    piece.setLength(0);
    inside = Inside.NOTHING;
  }
}
