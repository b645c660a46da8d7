package dateline.search.page;

import dateline.corpus.Article;
import dateline.corpus.Rights;
import org.jspecify.annotations.Nullable;

/// What a reader has to know of the rights in an article.
///
/// @param withheld says that text is left out; null where all is shown
/// @param statement the publisher's own words; null for none
public record RightsNote(@Nullable String withheld, @Nullable String statement) {
  /// Null where there is nothing to say.
  static @Nullable RightsNote of(Article article, Rights rights, Messages messages) {
    String statement = Rights.statement(article).orElse(null);
    String withheld =
        switch (rights) {
          case FULL -> null;
          case SNIPPET -> messages.of("rights.snippet");
          case LINK -> messages.of("rights.link");
        };
    return withheld == null && statement == null ? null : new RightsNote(withheld, statement);
  }
}
