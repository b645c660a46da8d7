package dateline.search.export;

import dateline.corpus.Article;
import dateline.corpus.Byline;
import dateline.corpus.Published;
import dateline.search.engine.Hit;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The tagged format of Research Information Systems, as the reference managers of today read it.
final class RisWriter implements RecordWriter {
  private static final String END = "\r\n";

  private final Writer out;

  RisWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(ExportRecord exported) throws IOException {
    Hit hit = exported.hit();
    Article article = Objects.requireNonNull(exported.article());
    tag("TY", "NEWS");
    tag("ID", hit.id().value());
    tag("TI", hit.headline());
    if (hit.byline() != null) {
      for (String author : Byline.parse(hit.byline()).authors()) {
        tag("AU", author);
      }
    }
    tag("T2", hit.source());
    if (hit.published() != null) {
      tag("PY", Integer.toString(hit.published().firstDay(ZoneOffset.UTC).getYear()));
      tag("DA", date(hit.published()));
    }
    tag("SE", hit.section());
    tag("LA", hit.language());
    tag("UR", article.url() == null ? exported.address() : article.url());
    for (String keyword : article.keywords()) {
      tag("KW", keyword);
    }
    out.write("ER  - " + END + END);
  }

  @Override
  public void fail(String reason) throws IOException {
    out.write("TY  - GEN" + END);
    tag("TI", "ERROR: " + reason);
    out.write("ER  - " + END);
  }

  /// `YYYY/MM/DD/`, as far as it is known.
  private static String date(Published published) {
    LocalDate day = published.firstDay(ZoneOffset.UTC);
    return switch (published) {
      case Published.InYear _ -> "%04d///".formatted(day.getYear());
      case Published.InMonth _ -> "%04d/%02d//".formatted(day.getYear(), day.getMonthValue());
      case Published.OnDay _, Published.At _ ->
          "%04d/%02d/%02d/".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    };
  }

  private void tag(String name, @Nullable String value) throws IOException {
    if (value != null && !value.isBlank()) {
      out.write(name + "  - " + value.strip().replaceAll("\\s+", " ") + END);
    }
  }
}
