package dateline.corpus;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How much of an article may be shown, as its publisher says in `rights`. A search matches all of
/// it in any case.
///
/// The word for a restriction may stand in any case, with `-`, `_` or a blank between words, and
/// with `only` behind it. Any other statement restricts nothing and is shown as it is.
public enum Rights {
  FULL("full", "full text"),
  /// The headline, an [Excerpt], and a few snippets in a list of hits.
  SNIPPET("snippet", "snippets", "excerpt", "excerpts"),
  /// The headline, what is known about the article, and the address of the original.
  LINK("link", "links", "headline", "headlines", "metadata");

  /// Most snippets that a list of hits shows of an article that may be shown in snippets.
  static final int SNIPPETS_MAX = 3;

  private static final String DETAIL = "rights";

  /// Details that tell about an article and not what it says.
  private static final Set<String> ABOUT =
      Set.of(DETAIL, "correction", "edition", "expires", "page", "status", "version", "withdrawal");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> spellings;

  Rights(String... spellings) {
    this.spellings = List.of(spellings);
  }

  public static Rights of(Article article) {
    return of(article.details().getOrDefault(DETAIL, "")).orElse(FULL);
  }

  /// Empty for a statement that is no word for any of them.
  static Optional<Rights> of(String statement) {
    String words =
        statement
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
            .strip()
            .replaceFirst(" only$", "");
    return Arrays.stream(values()).filter(rights -> rights.spellings.contains(words)).findFirst();
  }

  /// What the publisher states about its rights in words of its own.
  public static Optional<String> statement(Article article) {
    return Optional.ofNullable(article.details().get(DETAIL))
        .filter(statement -> !statement.isBlank() && of(statement).isEmpty());
  }

  /// `full`, `snippet` or `link`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whichever allows less.
  public Rights and(Rights other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /// How many snippets of the number asked a list of hits may show.
  public int snippets(int asked) {
    return switch (this) {
      case FULL -> asked;
      case SNIPPET -> Math.min(asked, SNIPPETS_MAX);
      case LINK -> 0;
    };
  }

  /// What may be shown of an article, with the same id and rights. Where a text is cut, what is
  /// left is its beginning, character by character, and [Excerpt#MORE].
  public Article shown(Article article) {
    if (this == FULL) {
      return article;
    }
    var excerpt = new Excerpt(this == LINK ? 0 : Excerpt.LENGTH_MAX);
    String subhead = excerpt.next(article.text(Zone.SUBHEAD));
    String lead = excerpt.next(article.text(Zone.LEAD));
    String body = excerpt.next(article.body());
    boolean isNameless = article.text(Zone.HEADLINE).isBlank();
    var details = new TreeMap<>(article.details());
    details.keySet().retainAll(ABOUT);
    return new Article(
        article.id(),
        article.source(),
        article.headline(),
        subhead.isEmpty() ? null : subhead,
        lead.isEmpty() ? null : lead,
        body.isEmpty() && isNameless ? Excerpt.MORE : body,
        article.published(),
        article.modified(),
        article.embargo(),
        article.dateline(),
        article.byline(),
        article.section(),
        article.url(),
        article.language(),
        article.type(),
        article.keywords(),
        article.sourceTags(),
        details);
  }

  /// Zones of which all may be shown.
  public Set<Zone> whole(Article article) {
    Article shown = shown(article);
    var whole = new HashSet<Zone>();
    for (Zone zone : Zone.values()) {
      if (shown.text(zone).equals(article.text(zone))) {
        whole.add(zone);
      }
    }
    return whole;
  }
}
