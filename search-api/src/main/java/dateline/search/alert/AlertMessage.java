package dateline.search.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.Rights;
import dateline.corpus.store.Notice;
import dateline.corpus.store.SavedSearch;
import dateline.search.engine.Gone;
import dateline.search.engine.StoredArticle;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A notice as it is sent: with as much of the article as may be shown at the moment of sending.
///
/// @param key the same at every attempt, and for no other notice
/// @param url of the article
/// @param article null when it can be read no more
/// @param gone why it can be read no more, where anybody may know; else null
public record AlertMessage(
    String key,
    SavedSearch search,
    Notice notice,
    String url,
    @Nullable StoredArticle article,
    @Nullable Gone gone) {
  private static final int KEY_BYTES = 20;

  /// As much of an article's text as a message quotes, in UTF-16 units.
  static final int SUMMARY_MAX = 600;

  static AlertMessage of(
      SavedSearch search,
      Notice notice,
      String url,
      @Nullable StoredArticle article,
      @Nullable Gone gone) {
    boolean isShown = article != null && notice.kind() != Notice.Kind.WITHDRAWN;
    return new AlertMessage(
        key(notice), search, notice, url, isShown ? article : null, isShown ? null : gone);
  }

  /// Names the notice to those who receive it, perhaps more than once.
  public static String key(Notice notice) {
    return key(notice.search(), notice.article(), notice.version(), notice.kind());
  }

  private static String key(String search, ArticleId article, long version, Notice.Kind kind) {
    String told = String.join("\n", search, article.value(), Long.toString(version), kind.word());
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(told.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// In one line, for people.
  String title() {
    String headline = article == null ? null : article.article().headline();
    return switch (notice.kind()) {
      case NEW -> headline == null ? untitled() : headline;
      case CORRECTED -> "Corrected: " + (headline == null ? untitled() : headline);
      case WITHDRAWN -> "Withdrawn: article " + notice.article();
    };
  }

  private String untitled() {
    return "article " + notice.article();
  }

  /// The standfirst, else the beginning of the text; empty where nothing may be quoted.
  String summary() {
    if (article == null || article.rights() == Rights.LINK) {
      return "";
    }
    Article shown = article.article();
    String lead = shown.lead() == null ? shown.subhead() : shown.lead();
    String text = lead == null ? shown.body().strip().split("\\R\\s*\\R", 2)[0] : lead;
    return text.length() <= SUMMARY_MAX
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SUMMARY_MAX / 2)) + "…";
  }

  /// The body of a webhook's request. A field that is not known is left out.
  byte[] json() {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode message = mapper.createObjectNode();
    message.put("key", key);
    message.put("kind", notice.kind().word());
    message.put("told", notice.at().toString());
    message.putObject("search").put("id", search.id()).put("name", search.name());
    ObjectNode told = message.putObject("article");
    told.put("id", notice.article().value());
    told.put("version", notice.version());
    told.put("url", url);
    told.put("readable", article != null);
    if (article != null) {
      Article shown = article.article();
      put(told, "headline", shown.headline());
      put(told, "published", Objects.toString(shown.published(), null));
      put(told, "modified", Objects.toString(shown.modified(), null));
      put(told, "source", shown.source().isEmpty() ? null : shown.source());
      put(told, "section", shown.section());
      put(told, "byline", shown.byline());
      put(told, "language", shown.language());
      put(told, "correction", shown.details().get("correction"));
      put(told, "summary", summary().isEmpty() ? null : summary());
    }
    if (gone != null) {
      ObjectNode why = message.putObject("gone");
      why.put("way", gone.way() == Gone.Way.EXPIRED ? "expired" : "withdrawn");
      put(why, "since", Objects.toString(gone.since(), null));
      put(why, "reason", gone.reason().isEmpty() ? null : gone.reason());
    }
    return mapper.writeValueAsBytes(message);
  }

  private static void put(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }
}
