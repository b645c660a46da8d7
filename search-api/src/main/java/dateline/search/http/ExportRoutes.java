package dateline.search.http;

import dateline.search.engine.ArticleTexts;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine;
import dateline.search.engine.StoredArticle;
import dateline.search.export.Column;
import dateline.search.export.Export;
import dateline.search.export.ExportFormat;
import dateline.search.page.Addresses;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Answers searches with whole files, and articles with citations.
final class ExportRoutes {
  private final SearchEngine engine;
  private final ArticleTexts texts;
  private final RequestReader reader;
  private final SentParameters parameters;
  private final Links links;
  private final Semaphore places = new Semaphore(Limits.EXPORTS);

  ExportRoutes(
      SearchEngine engine,
      ArticleTexts texts,
      RequestReader reader,
      SentParameters parameters,
      Links links) {
    this.engine = engine;
    this.texts = texts;
    this.reader = reader;
    this.parameters = parameters;
    this.links = links;
  }

  Handler search(ExportFormat format) {
    return context -> search(format, context);
  }

  private void search(ExportFormat format, Context context) throws IOException, Refusal {
    RequestReader.Reading reading = reader.read(parameters.of(context));
    SearchRoutes.refuseProblems(reading);
    Export export = export(format, columns(reading.fields(), format), context);
    if (!places.tryAcquire()) {
      throw new Refusal(
          Problem.of(
              503,
              "server.busy",
              "At most %d exports run at one time. Try again in a minute."
                  .formatted(Limits.EXPORTS)));
    }
    long startNanos = System.nanoTime();
    try {
      Export.Begun begun = export.begin(reading.request());
      head(format, "dateline", context);
      context.header("X-Total-Count", Long.toString(begun.total()));
      if (!context.method().equals(HandlerType.HEAD)) {
        export.write(begun, writer(context));
      }
    } finally {
      places.release();
      Observation.searched(context, System.nanoTime() - startNanos);
    }
  }

  /// The articles named by `id=…`.
  Handler articles(ExportFormat format) {
    return context -> {
      var found = new ArrayList<StoredArticle>();
      for (String id : ArticleRoutes.ids(context)) {
        found.add(ArticleRoutes.find(texts, id));
      }
      write(format, found, "dateline", context);
    };
  }

  /// One article.
  void article(ExportFormat format, StoredArticle article, Context context) throws IOException {
    write(format, List.of(article), article.article().id().value(), context);
  }

  private void write(
      ExportFormat format, List<StoredArticle> articles, String name, Context context)
      throws IOException {
    head(format, name, context);
    export(format, Column.DEFAULT, context).write(articles, writer(context));
  }

  private Export export(ExportFormat format, List<Column> columns, Context context) {
    String base = links.base(context);
    return new Export(engine, texts, id -> base + Addresses.article(id), format, columns);
  }

  private static List<Column> columns(List<String> asked, ExportFormat format) throws Refusal {
    try {
      return format.hasColumns() ? Column.named(asked) : Column.DEFAULT;
    } catch (Column.UnknownColumn e) {
      throw new Refusal(
          Problem.of(400, "param.invalid", String.valueOf(e.getMessage()))
              .about("fields", e.nearest()));
    }
  }

  private static void head(ExportFormat format, String name, Context context) {
    String file = name.replaceAll("[^A-Za-z0-9._-]+", "-") + "." + format.suffix();
    context
        .contentType(format.mediaType())
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"");
  }

  private static Writer writer(Context context) {
    return new BufferedWriter(
        new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
  }
}
