package dateline.index.story;

import dateline.corpus.Article;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads articles for comparing, and keeps those that were asked for last.
final class Texts {
  /// Shingles and facts take up to 25 times the memory of the characters that they come from: some
  /// 50 MB, a thousand stories of an agency.
  private static final long CHARACTERS_KEPT = 2_000_000;

  private final Grouping.Source source;
  private final Map<Long, StoryText> kept = new LinkedHashMap<>(1024, 0.75f, true);
  private long characters;

  Texts(Grouping.Source source) {
    this.source = source;
  }

  StoryText of(long sequence) throws IOException {
    StoryText known = kept.get(sequence);
    if (known != null) {
      return known;
    }
    Article article = source.article(sequence);
    var text = new StoryText(article);
    kept.put(sequence, text);
    characters += text.size();
    for (var oldest = kept.values().iterator(); characters > CHARACTERS_KEPT && kept.size() > 2; ) {
      characters -= oldest.next().size();
      oldest.remove();
    }
    return text;
  }
}
