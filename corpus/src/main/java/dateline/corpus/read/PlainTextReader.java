package dateline.corpus.read;

import dateline.corpus.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a file as one article: the first line that is not blank is the headline, the rest the
/// body. Nothing else is guessed, neither date nor language.
///
/// Where nothing sets paragraphs apart, neither a blank line nor an indented one, each line is a
/// paragraph. A first line that is too long for a headline opens the body of an article without
/// one.
final class PlainTextReader implements ArticleReader {
  /// 8 MiB: a longer text is a whole volume rather than an article.
  static final int FILE_BYTES_MAX = 8 << 20;

  /// Characters; longer first lines are paragraphs.
  static final int HEADLINE_LENGTH_MAX = 300;

  private static final Pattern PARAGRAPH_START = Pattern.compile("\n(?:\\s*\n|  |\t)");

  private final String id;

  /// @param name the file's name, below a given folder with the folders between, by `/`
  PlainTextReader(String name) {
    this.id = FileId.of(name);
  }

  @Override
  public void read(InputStream content, String file, Consumer<Reading> readings)
      throws IOException {
    readings.accept(read(content.readNBytes(FILE_BYTES_MAX + 1), Place.whole(file)));
  }

  private Reading read(byte[] bytes, Place where) {
    if (bytes.length > FILE_BYTES_MAX) {
      String reason = "the text is longer than 8 MiB; give each article a file of its own";
      return new Reading.Rejected(where, reason, bytes);
    }
    var notes = new Notes();
    String text = notes.clean(decoded(bytes, notes)).text();
    if (text.isEmpty()) {
      return new Reading.Rejected(where, "the file holds only white space", bytes);
    }
    int lineEnd = text.indexOf('\n');
    String firstLine = lineEnd < 0 ? text : text.substring(0, lineEnd).strip();
    boolean isHeadline = firstLine.length() <= HEADLINE_LENGTH_MAX;
    String rest = lineEnd < 0 ? "" : text.substring(lineEnd).strip();
    Article article = article(isHeadline ? firstLine : null, isHeadline ? rest : text);
    return new Reading.Accepted(where, article, notes.warnings(), Set.of());
  }

  private Article article(@Nullable String headline, String body) {
    boolean hasParagraphs = PARAGRAPH_START.matcher(body).find();
    return Article.builder(id)
        .headline(headline)
        .body(hasParagraphs ? body : body.replace("\n", "\n\n"))
        .build();
  }

  private static String decoded(byte[] bytes, Notes notes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      notes.warn("the text is not UTF-8; it was read as Windows-1252");
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
