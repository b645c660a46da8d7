package dateline.search.export;

import dateline.corpus.Article;
import dateline.corpus.Byline;
import dateline.corpus.Published;
import dateline.search.engine.Hit;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// BibTeX, in UTF-8, with the fields that biblatex knows.
final class BibWriter implements RecordWriter {
  private final Writer out;
  private final Set<String> keys = new HashSet<>();

  BibWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(ExportRecord exported) throws IOException {
    Hit hit = exported.hit();
    Article article = Objects.requireNonNull(exported.article());
    out.write("@article{" + key(hit) + ",\n");
    field("title", braced(hit.headline()));
    if (hit.byline() != null) {
      field("author", escaped(String.join(" and ", Byline.parse(hit.byline()).authors())));
    }
    field("journaltitle", escaped(hit.source()));
    if (hit.published() != null) {
      field("date", date(hit.published()));
    }
    field("langid", hit.language() == null ? null : language(hit.language()));
    field("url", article.url() == null ? exported.address() : article.url());
    out.write("}\n\n");
  }

  @Override
  public void fail(String reason) throws IOException {
    out.write("@comment{ERROR: " + reason.replaceAll("[{}]", "") + "}\n");
  }

  /// Letters, digits and hyphens of the id, made unique; LaTeX takes little else.
  private String key(Hit hit) {
    String plain = hit.id().value().replaceAll("[^A-Za-z0-9-]+", "-");
    String key = plain;
    for (int i = 2; !keys.add(key); i++) {
      key = plain + "-" + i;
    }
    return key;
  }

  private static String date(Published published) {
    return published instanceof Published.At
        ? published.firstDay(ZoneOffset.UTC).toString()
        : published.toString();
  }

  private static String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
  }

  /// Keeps the headline's capitals.
  private static @Nullable String braced(@Nullable String text) {
    return text == null ? null : "{" + escaped(text) + "}";
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(sign -> {
          switch (sign) {
            case '\\' -> escaped.append("\\textbackslash{}");
            case '{', '}', '&', '%', '$', '#', '_' -> escaped.append('\\').appendCodePoint(sign);
            case '~' -> escaped.append("\\textasciitilde{}");
            case '^' -> escaped.append("\\textasciicircum{}");
            default -> escaped.appendCodePoint(Character.isISOControl(sign) ? ' ' : sign);
          }
        });
    return escaped.toString();
  }

  private void field(String name, @Nullable String value) throws IOException {
    if (value != null && !value.isBlank()) {
      out.write("  " + name + " = {" + value + "},\n");
    }
  }
}
