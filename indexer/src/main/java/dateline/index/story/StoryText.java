package dateline.index.story;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What of an article is compared: its body, else its lead, else its headline.
final class StoryText {
  private final String main;
  private final String headline;
  private final When when;
  private final Shingles shingles;
  private @Nullable Facts facts;

  StoryText(Article article) {
    headline = article.text(Zone.HEADLINE);
    String lead = article.text(Zone.LEAD);
    main = !article.body().isBlank() ? article.body() : !lead.isBlank() ? lead : headline;
    when = When.of(article.published());
    shingles = Shingles.of(main);
  }

  When when() {
    return when;
  }

  Shingles shingles() {
    return shingles;
  }

  Facts facts() {
    if (facts == null) {
      facts = Facts.of(main, headline);
    }
    return facts;
  }

  /// Characters that it keeps in memory.
  long size() {
    return (long) main.length() + headline.length();
  }

  /// A number that another article has only if it has the same headline and text.
  long whole() {
    long hash = main.length();
    for (String part : new String[] {headline, main}) {
      for (byte each : part.getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ each) * 0x100000001B3L;
      }
      hash = Mix.of(hash);
    }
    return hash;
  }
}
