package dateline.index.language;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The language of an article, by which its text is analysed, filtered and shown.
///
/// What the source states wins where it is a code; else the text decides.
public final class ArticleLanguage {
  /// Two hundred words say enough, and every article that states no language is read once more for
  /// this. UTF-16 units.
  private static final int LENGTH_MAX = 1500;

  /// Between zones, so that no word reaches from one into the next.
  private static final char GAP = '\n';

  private ArticleLanguage() {}

  /// Its code as [LanguageCode] spells it; null where nothing tells.
  public static @Nullable String of(Article article) {
    String stated = article.language() == null ? null : LanguageCode.of(article.language());
    return stated != null ? stated : LanguageDetector.detect(opening(article));
  }

  /// The same article with its language named. Whoever reads an article from the store and then
  /// asks for its language has to take it from here.
  public static Article named(Article article) {
    String language = of(article);
    return Objects.equals(language, article.language()) ? article : article.withLanguage(language);
  }

  private static String opening(Article article) {
    var text = new StringBuilder();
    for (Zone zone : new Zone[] {Zone.HEADLINE, Zone.SUBHEAD, Zone.LEAD, Zone.BODY}) {
      String part = article.text(zone);
      text.append(part, 0, Math.min(part.length(), LENGTH_MAX - text.length())).append(GAP);
      if (text.length() >= LENGTH_MAX) {
        break;
      }
    }
    return text.toString();
  }
}
