package dateline.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Reads the articles of one file format. One thread, one file at a time.
interface ArticleReader {
  /// Hands on every piece of a file in order, each as soon as it is read.
  ///
  /// @param content unpacked, in UTF-8 where the format does not fix a charset, without a byte
  ///   order mark
  /// @param file names the file in the [Place] of each reading
  /// @throws IOException when reading stops in the middle; what came before is handed on
  void read(InputStream content, String file, Consumer<Reading> readings) throws IOException;
}
