package dateline.search.export;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.StoredArticle;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes all that a search finds, in its order and unfolded, from one generation. Holds [#PAGE]
/// hits at a time, however many there are.
///
/// @param address gives an article's page
/// @param columns of formats that have some
public record Export(
    SearchEngine engine,
    ArticleTexts texts,
    Function<ArticleId, String> address,
    ExportFormat format,
    List<Column> columns) {
  /// Hits that are asked for at a time: each page is a pass over all that matches.
  private static final int PAGE = 1000;

  public Export {
    columns = List.copyOf(columns);
  }

  /// A search whose first page is there, so that a request that cannot be answered fails before
  /// anything is written.
  ///
  /// @param request from its start, unfolded
  public record Begun(SearchRequest request, SearchPage first) {
    /// How many records the file has.
    public long total() {
      return first.total();
    }
  }

  /// Fails as [SearchEngine#search] does.
  public Begun begin(SearchRequest request) throws IOException {
    SearchRequest whole = request.exporting(PAGE);
    return new Begun(whole, engine.search(whole));
  }

  /// Writes the file; what goes wrong on the way is said at its end, and thrown.
  ///
  /// @throws IOException when it is not whole: the writer or the engine failed, or the archive was
  ///   changed twice meanwhile
  public void write(Begun begun, Writer out) throws IOException {
    RecordWriter writer = writer(out);
    writer.begin();
    long written = 0;
    SearchPage page = begun.first;
    while (true) {
      for (Hit hit : page.hits()) {
        ExportRecord exported = recordOf(hit);
        if (exported != null) {
          writer.write(exported);
          written++;
        }
      }
      out.flush();
      String next = page.nextCursor();
      if (next == null) {
        break;
      }
      try {
        page = engine.search(begun.request.at(next));
      } catch (IOException e) {
        throw broken(writer, out, written, begun.total(), e);
      }
    }
    if (written != begun.total()) {
      throw broken(writer, out, written, begun.total(), null);
    }
  }

  /// Writes some articles of the archive as a file.
  public void write(List<StoredArticle> articles, Writer out) throws IOException {
    RecordWriter writer = writer(out);
    writer.begin();
    for (StoredArticle stored : articles) {
      Article article = stored.article();
      writer.write(new ExportRecord(hit(article), address.apply(article.id()), article));
    }
    out.flush();
  }

  private static IOException broken(
      RecordWriter writer, Writer out, long written, long total, @Nullable IOException cause)
      throws IOException {
    String reason =
        "this file has %d of %d articles, since the archive changed meanwhile. Export again."
            .formatted(written, total);
    writer.fail(reason);
    out.flush();
    return new IOException(reason, cause);
  }

  private RecordWriter writer(Writer out) {
    return switch (format) {
      case CSV -> new CsvWriter(out, columns);
      case JSONL -> new JsonLinesWriter(out, columns);
      case RIS -> new RisWriter(out);
      case BIB -> new BibWriter(out);
    };
  }

  /// Null for an article that was withdrawn a moment ago.
  private @Nullable ExportRecord recordOf(Hit hit) throws IOException {
    boolean needsText = !format.hasColumns() || columns.stream().anyMatch(Column::isOfText);
    Article article =
        needsText ? texts.find(hit.id()).map(StoredArticle::article).orElse(null) : null;
    return needsText && article == null
        ? null
        : new ExportRecord(hit, address.apply(hit.id()), article);
  }

  private static Hit hit(Article article) {
    return new Hit(
        article.id(),
        article.headline(),
        article.published(),
        article.source(),
        article.section(),
        article.byline(),
        article.dateline(),
        article.language(),
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
