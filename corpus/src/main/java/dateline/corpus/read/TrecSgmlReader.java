package dateline.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Reads the SGML files of the TREC disks and of collections made like them: documents between
/// `<DOC>` and `</DOC>`, in UTF-8 or Windows-1252. [TrecDocument] reads one document.
final class TrecSgmlReader implements ArticleReader {
  /// 8 MiB, twice the longest document of the disks, an issue of the Federal Register.
  static final int DOCUMENT_LENGTH_MAX = 8 << 20;

  private static final SgmlCutter.Form FORM =
      new SgmlCutter.Form("DOC", "document", DOCUMENT_LENGTH_MAX);

  @Override
  public void read(InputStream content, String file, Consumer<Reading> readings)
      throws IOException {
    new SgmlCutter(FORM, file, TrecDocument::read, readings).cut(content);
  }
}
