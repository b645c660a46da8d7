package dateline.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Reads the SGML files of the Reuters-21578 collection: newswire stories between `<REUTERS …>` and
/// `</REUTERS>`, in Latin-1. [ReutersStory] reads one story.
final class ReutersSgmlReader implements ArticleReader {
  /// 4 MiB, a hundred times the longest story of the collection; one character is one byte.
  static final int STORY_LENGTH_MAX = 4 << 20;

  private static final SgmlCutter.Form FORM =
      new SgmlCutter.Form("REUTERS", "story", STORY_LENGTH_MAX);

  @Override
  public void read(InputStream content, String file, Consumer<Reading> readings)
      throws IOException {
    new SgmlCutter(FORM, file, ReutersStory::read, readings).cut(content);
  }
}
