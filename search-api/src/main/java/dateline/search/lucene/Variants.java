package dateline.search.lucene;

import dateline.corpus.gazetteer.Synonyms;
import dateline.index.analyze.ArticleAnalyzers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Other forms of the words of a query: the rows of `synonyms.txt`, in both directions. Case and
/// accents do not count. Immutable once made.
final class Variants {
  static final Variants NONE = new Variants(Map.of());

  private final Map<String, Set<String>> others;
  private final int longest;

  private Variants(Map<String, Set<String>> others) {
    this.others = others;
    this.longest =
        others.keySet().stream().mapToInt(form -> form.split(" ").length).max().orElse(0);
  }

  /// Words of the longest form.
  int longest() {
    return longest;
  }

  static Variants of(List<Synonyms> rows) {
    Map<String, Set<String>> others = new HashMap<>();
    for (Synonyms row : rows) {
      for (String form : row.forms()) {
        Set<String> known = others.computeIfAbsent(key(form), _ -> new LinkedHashSet<>());
        row.forms().stream().filter(other -> !other.equals(form)).forEach(known::add);
      }
    }
    return new Variants(others);
  }

  /// As they are written in the list; none for a form that it does not have.
  Set<String> of(String form) {
    return others.isEmpty() ? Set.of() : others.getOrDefault(key(form), Set.of());
  }

  private static String key(String form) {
    try {
      return TextTerm.of(ArticleAnalyzers.names(), form).stream()
          .map(TextTerm::text)
          .collect(Collectors.joining(" "));
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory can be read", e);
    }
  }
}
