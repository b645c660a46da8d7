package dateline.search.export;

import dateline.corpus.Article;
import dateline.corpus.NearestName;
import dateline.search.engine.Hit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of an article an export of columns may hold.
public enum Column {
  ID,
  URL,
  HEADLINE,
  PUBLISHED,
  SOURCE,
  SECTION,
  BYLINE,
  DATELINE,
  LANGUAGE,
  SCORE,
  PEOPLE,
  PLACES,
  ORGANIZATIONS,
  ISSUES,
  LEAD,
  BODY,
  KEYWORDS,
  ORIGINAL_URL;

  /// Those of an export that asks for none: what a list of hits knows, without the score.
  public static final List<Column> DEFAULT =
      Arrays.stream(values()).filter(column -> column != SCORE && !column.isOfText()).toList();

  /// As the parameter `fields` and the heads of columns spell it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Column> of(String name) {
    return Arrays.stream(values()).filter(column -> column.label().equals(name)).findFirst();
  }

  /// The columns of these names, in their order; those of [#DEFAULT] for none.
  ///
  /// @throws UnknownColumn at the first that is none
  public static List<Column> named(List<String> names) throws UnknownColumn {
    if (names.isEmpty()) {
      return DEFAULT;
    }
    var columns = new ArrayList<Column>();
    for (String name : names) {
      columns.add(of(name.toLowerCase(Locale.ROOT)).orElseThrow(() -> new UnknownColumn(name)));
    }
    return columns;
  }

  /// A name that no column has.
  public static final class UnknownColumn extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable String nearest;

    UnknownColumn(String name) {
      super("fields names '%s'. Accepted: %s.".formatted(name, String.join(", ", labels())));
      nearest = NearestName.of(name, labels()).orElse(null);
    }

    /// What was probably meant; null without a good guess.
    public @Nullable String nearest() {
      return nearest;
    }

    private static List<String> labels() {
      return Arrays.stream(values()).map(Column::label).toList();
    }
  }

  /// Whether the article's stored text is needed for it.
  boolean isOfText() {
    return switch (this) {
      case LEAD, BODY, KEYWORDS, ORIGINAL_URL -> true;
      default -> false;
    };
  }

  /// Its value: a text, a number, a list of texts or of [Hit.Label]; null where there is none.
  @Nullable Object value(ExportRecord exported) {
    Hit hit = exported.hit();
    return switch (this) {
      case ID -> hit.id().value();
      case URL -> exported.address();
      case HEADLINE -> hit.headline();
      case PUBLISHED -> hit.published() == null ? null : hit.published().toString();
      case SOURCE -> hit.source();
      case SECTION -> hit.section();
      case BYLINE -> hit.byline();
      case DATELINE -> hit.dateline();
      case LANGUAGE -> hit.language();
      case SCORE -> hit.score();
      case PEOPLE -> hit.people();
      case PLACES -> hit.places();
      case ORGANIZATIONS -> hit.organisations();
      case ISSUES -> hit.issues();
      case LEAD -> article(exported).lead();
      case BODY -> article(exported).body();
      case KEYWORDS -> article(exported).keywords();
      case ORIGINAL_URL -> article(exported).url();
    };
  }

  private static Article article(ExportRecord exported) {
    return Objects.requireNonNull(exported.article());
  }
}
