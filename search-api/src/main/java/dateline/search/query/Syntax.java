package dateline.search.query;

import java.util.Locale;

/// The language in which a query is written. All of them lead to the same clauses.
public enum Syntax {
  /// Our own, as [QueryParser] reads it.
  DATELINE,
  /// The classic spelling of Lucene and Kibana, as [LuceneSyntax] reads it.
  LUCENE;

  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  public ParsedQuery parse(String text) {
    return switch (this) {
      case DATELINE -> QueryParser.parse(text);
      case LUCENE -> LuceneSyntax.parse(text);
    };
  }
}
