package dateline.corpus;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One version of an article as its publisher released it.
///
/// @param source who published it; empty when unknown
/// @param headline null when the source has none; then there is a body
/// @param lead the summary or standfirst when the source gives it apart from the body
/// @param body as it was read, line ends as `\n`, markup removed; empty for a headline-only item;
///   see [Paragraphs]
/// @param published as precise as the source says; null when unknown
/// @param embargo nobody may see it before this moment; null for none
/// @param dateline as printed, for example `SALEM, Ore., March 2`
/// @param language two- or three-letter code in lower case; null when the source does not say
/// @param keywords the source's own free words
/// @param sourceTags the source's own tags as `kind:value`, such as `places:japan`; never evidence
///   for recognition
/// @param details further fields that Dateline keeps and shows but does not read, such as
///   `edition`, `page`, `rights`
public record Article(
    ArticleId id,
    String source,
    @Nullable String headline,
    @Nullable String subhead,
    @Nullable String lead,
    String body,
    @Nullable Published published,
    @Nullable Published modified,
    @Nullable Published embargo,
    @Nullable String dateline,
    @Nullable String byline,
    @Nullable String section,
    @Nullable String url,
    @Nullable String language,
    @Nullable String type,
    List<String> keywords,
    List<String> sourceTags,
    Map<String, String> details) {

  /// What publishers write as `status`; the spelling with one l is that of ninjs 2
  /// (https://iptc.org/std/ninjs/).
  private static final Set<String> WITHDRAWN =
      Set.of("withdrawn", "withheld", "canceled", "cancelled", "killed");

  private static final String EXPIRES = "expires";
  private static final int VERSION_DIGITS_MAX = 18;
  private static final String WITHDRAWAL = "withdrawal";
  private static final String ABSENT = "absent from a complete delivery";

  public Article {
    keywords = List.copyOf(keywords);
    sourceTags = List.copyOf(sourceTags);
    details = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(details));
    if ((headline == null || headline.isBlank()) && body.isBlank()) {
      throw new IllegalArgumentException("article " + id + " has neither headline nor body");
    }
  }

  /// The text of a zone as it was read; empty when the article has none.
  public String text(Zone zone) {
    String text =
        switch (zone) {
          case HEADLINE -> headline;
          case SUBHEAD -> subhead;
          case LEAD -> lead;
          case BODY -> body;
          case BYLINE -> byline;
          case DATELINE -> dateline;
        };
    return text == null ? "" : text;
  }

  /// Whether its publisher took it back: nobody may find it, while its versions stay in the store.
  public boolean isWithdrawn() {
    return WITHDRAWN.contains(details.getOrDefault("status", "").toLowerCase(Locale.ROOT));
  }

  /// The publisher's own number of this version; 0 when it gives none that begins with digits.
  public long versionNumber() {
    String given = details.getOrDefault("version", "");
    int digits = 0;
    while (digits < Math.min(given.length(), VERSION_DIGITS_MAX)
        && Character.isDigit(given.charAt(digits))) {
      digits++;
    }
    return digits == 0 ? 0 : Long.parseLong(given, 0, digits, 10);
  }

  /// From when nobody may find it any more; null for never.
  public @Nullable Published expires() {
    try {
      String given = details.get(EXPIRES);
      return given == null ? null : Published.parse(given);
    } catch (DateTimeException _) { // what is no date was a warning when it was read
      return null;
    }
  }

  /// Whether nobody may find it any more.
  public boolean isExpiredAt(Instant now) {
    Published expires = expires();
    return expires != null && !expires.sortInstant().isAfter(now);
  }

  /// Whether nobody may find it yet.
  public boolean isEmbargoedAt(Instant now) {
    return embargo != null && embargo.sortInstant().isAfter(now);
  }

  /// The same article, withdrawn since a complete delivery lacked it.
  public Article absent() {
    var marked = new TreeMap<>(details);
    marked.put("status", "withdrawn");
    marked.put(WITHDRAWAL, ABSENT);
    return with(id, language, marked);
  }

  /// Whether a complete delivery lacked it, so that it comes back when it is delivered again.
  public boolean isAbsent() {
    return isWithdrawn() && ABSENT.equals(details.get(WITHDRAWAL));
  }

  /// The same article under another id.
  public Article withId(ArticleId other) {
    return with(other, language, details);
  }

  /// The same article in another language.
  public Article withLanguage(@Nullable String other) {
    return with(id, other, details);
  }

  private Article with(
      ArticleId otherId, @Nullable String otherLanguage, Map<String, String> otherDetails) {
    return new Article(
        otherId,
        source,
        headline,
        subhead,
        lead,
        body,
        published,
        modified,
        embargo,
        dateline,
        byline,
        section,
        url,
        otherLanguage,
        type,
        keywords,
        sourceTags,
        otherDetails);
  }

  public static Builder builder(String id) {
    return new Builder(new ArticleId(id));
  }

  /// Collects what a reader finds; every field but the id may stay unset.
  public static final class Builder {
    private final ArticleId id;
    private String source = "";
    private @Nullable String headline;
    private @Nullable String subhead;
    private @Nullable String lead;
    private String body = "";
    private @Nullable Published published;
    private @Nullable Published modified;
    private @Nullable Published embargo;
    private @Nullable String dateline;
    private @Nullable String byline;
    private @Nullable String section;
    private @Nullable String url;
    private @Nullable String language;
    private @Nullable String type;
    private final List<String> keywords = new ArrayList<>();
    private final List<String> sourceTags = new ArrayList<>();
    private final Map<String, String> details = new TreeMap<>();

    private Builder(ArticleId id) {
      this.id = id;
    }

    public Builder source(String text) {
      source = text;
      return this;
    }

    public Builder headline(@Nullable String text) {
      headline = text;
      return this;
    }

    public Builder subhead(@Nullable String text) {
      subhead = text;
      return this;
    }

    public Builder lead(@Nullable String text) {
      lead = text;
      return this;
    }

    public Builder body(String text) {
      body = text;
      return this;
    }

    public Builder published(@Nullable Published when) {
      published = when;
      return this;
    }

    public Builder modified(@Nullable Published when) {
      modified = when;
      return this;
    }

    public Builder embargo(@Nullable Published when) {
      embargo = when;
      return this;
    }

    public Builder dateline(@Nullable String text) {
      dateline = text;
      return this;
    }

    public Builder byline(@Nullable String text) {
      byline = text;
      return this;
    }

    public Builder section(@Nullable String text) {
      section = text;
      return this;
    }

    public Builder url(@Nullable String text) {
      url = text;
      return this;
    }

    public Builder language(@Nullable String code) {
      language = code;
      return this;
    }

    public Builder type(@Nullable String text) {
      type = text;
      return this;
    }

    public Builder keyword(String text) {
      keywords.add(text);
      return this;
    }

    public Builder sourceTag(String kind, String value) {
      sourceTags.add(kind + ":" + value);
      return this;
    }

    public Builder detail(String name, String value) {
      details.put(name, value);
      return this;
    }

    /// @throws IllegalArgumentException when there is neither headline nor body
    public Article build() {
      return new Article(
          id,
          source,
          headline,
          subhead,
          lead,
          body,
          published,
          modified,
          embargo,
          dateline,
          byline,
          section,
          url,
          language,
          type,
          keywords,
          sourceTags,
          details);
    }
  }
}
