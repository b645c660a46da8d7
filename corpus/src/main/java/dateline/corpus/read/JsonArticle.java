package dateline.corpus.read;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes an article of one JSON record.
final class JsonArticle {
  private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3})(?:[-_].*)?");

  private JsonArticle() {}

  /// @param bytes the line, kept when it is rejected
  static Reading read(Place where, JsonLine.Fields line, byte[] bytes) {
    var notes = new Notes();
    var fields = new JsonRecord(line, notes);
    String headline = fields.headline();
    String body = fields.body();
    if (headline == null && body.isEmpty()) {
      fields.refuse("the article has neither headline nor body");
    }
    String source = Objects.requireNonNullElse(fields.label(JsonField.SOURCE), "");
    Published published = fields.date(JsonField.PUBLISHED, "the article is undated");
    Published embargo = fields.embargo();
    String url = fields.label(JsonField.URL);
    String id = fields.id();
    if (id == null) {
      id = derivedId(url, source, headline, published, body.strip());
    }
    checkId(id, fields);
    String refusal = fields.refusal();
    if (refusal != null) {
      return new Reading.Rejected(where, refusal, bytes);
    }

    Article.Builder article =
        Article.builder(id)
            .source(source)
            .headline(headline)
            .subhead(fields.prose(JsonField.SUBHEAD))
            .lead(fields.prose(JsonField.LEAD))
            .body(body)
            .published(published)
            .modified(fields.date(JsonField.MODIFIED, "it is left out"))
            .embargo(embargo)
            .dateline(fields.label(JsonField.DATELINE))
            .byline(fields.label(JsonField.BYLINE))
            .section(fields.firstLabel(JsonField.SECTION))
            .url(url)
            .language(language(fields, notes))
            .type(fields.label(JsonField.TYPE));
    fields.items(JsonField.KEYWORDS, "[,;]").forEach(article::keyword);
    for (JsonField tag : JsonField.TAGS) {
      String kind = tag.names().getFirst();
      fields.items(tag, ";").forEach(value -> article.sourceTag(kind, value));
    }
    Published expires = fields.date(JsonField.EXPIRES, "the article does not expire");
    if (expires != null) {
      notes.keep(JsonField.EXPIRES.names().getFirst(), expires.toString());
    }
    String status = fields.label(JsonField.STATUS);
    if (status != null) {
      notes.keep(JsonField.STATUS.names().getFirst(), status);
    }
    Set<String> unknownFields = fields.keepTheRest();
    notes.details().forEach(article::detail);
    return new Reading.Accepted(where, article.build(), notes.warnings(), unknownFields);
  }

  private static String derivedId(
      @Nullable String url,
      String source,
      @Nullable String headline,
      @Nullable Published published,
      String body) {
    String title = Objects.requireNonNullElse(headline, "");
    String date = published == null ? "" : published.toString();
    return (url == null ? Optional.<String>empty() : DerivedId.ofUrl(url))
        .orElseGet(() -> DerivedId.ofContent(source, title, date, body));
  }

  private static void checkId(String id, JsonRecord fields) {
    if (id.length() > ArticleId.LENGTH_MAX) {
      fields.refuse(
          "the id has %d characters; at most %d are possible"
              .formatted(id.length(), ArticleId.LENGTH_MAX));
    }
    if (id.chars().anyMatch(Character::isISOControl)) {
      fields.refuse("the id holds a line end or another control character");
    }
  }

  private static @Nullable String language(JsonRecord fields, Notes notes) {
    String given = fields.firstLabel(JsonField.LANGUAGE);
    if (given == null) {
      return null;
    }
    Matcher code = LANGUAGE.matcher(given);
    if (code.matches()) {
      return code.group(1).toLowerCase(Locale.ROOT);
    }
    notes.warn("language \"" + given + "\" is not a code of two or three letters; it is left out");
    return null;
  }
}
