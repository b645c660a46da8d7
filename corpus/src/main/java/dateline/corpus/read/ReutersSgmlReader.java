package dateline.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Reads the SGML files of the Reuters-21578 collection: newswire stories between `<REUTERS …>` and
/// `</REUTERS>`, in Latin-1. [ReutersStory] reads one story.
///
/// A story without an end, and text outside of any story, is rejected with the line where it
/// begins.
final class ReutersSgmlReader implements ArticleReader {
  /// 4 MiB, a hundred times the longest story of the collection; one character is one byte.
  static final int STORY_LENGTH_MAX = 4 << 20;

  private static final String START = "<REUTERS";
  private static final String END = "</REUTERS>";

  @Override
  public void read(InputStream content, String file, Consumer<Reading> readings)
      throws IOException {
    var lines = new Lines(content, STORY_LENGTH_MAX);
    var cutter = new Cutter(file, readings);
    while (lines.advance()) {
      cutter.take(new String(lines.bytes(), StandardCharsets.ISO_8859_1), lines.number());
    }
    cutter.cut("the file ends. Was it cut off?");
  }

  /// Cuts lines into stories and what lies between them.
  private static final class Cutter {
    private enum Inside {
      NOTHING,
      STRAY_TEXT,
      STORY
    }

    private final String file;
    private final Consumer<Reading> readings;
    private final StringBuilder piece = new StringBuilder();
    private Inside inside = Inside.NOTHING;
    private long firstLine;

    private Cutter(String file, Consumer<Reading> readings) {
      this.file = file;
      this.readings = readings;
    }

    /// A line may end one story and start the next.
    private void take(String line, long number) {
      int at = 0;
      while (at < line.length()) {
        int start = line.indexOf(START, at);
        int end = inside == Inside.STORY ? line.indexOf(END, at) : -1;
        if (end >= 0 && (start < 0 || end < start)) {
          piece.append(line, at, end);
          finishStory();
          at = end + END.length();
        } else if (start >= 0) {
          add(line.substring(at, start), number);
          cut("the next one begins in line " + number);
          inside = Inside.STORY;
          firstLine = number;
          piece.append(START);
          at = start + START.length();
        } else {
          add(line.substring(at), number);
          at = line.length();
        }
      }
      add("\n", number);
    }

    private void add(String text, long number) {
      if (inside == Inside.NOTHING && !text.isBlank() && !text.startsWith("<!DOCTYPE")) {
        inside = Inside.STRAY_TEXT;
        firstLine = number;
      }
      if (inside != Inside.NOTHING && piece.length() <= STORY_LENGTH_MAX) {
        piece.append(text);
      }
    }

    private void finishStory() {
      if (piece.length() > STORY_LENGTH_MAX) {
        reject("the story is longer than 4 MiB");
      } else {
        readings.accept(
            ReutersStory.read(new Place(file, firstLine), piece.toString(), pieceBytes()));
      }
      clear();
    }

    /// Ends a piece where something else begins.
    private void cut(String what) {
      switch (inside) {
        case NOTHING -> {}
        case STRAY_TEXT -> reject("text outside of any story, before " + what);
        case STORY -> reject("the story has no </REUTERS> before " + what);
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
}
