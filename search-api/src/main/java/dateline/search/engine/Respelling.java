package dateline.search.engine;

import java.util.List;

/// The same search in another spelling of some of its words, which finds more. It is proposed and
/// never asked by itself.
///
/// @param words those that are spelled otherwise, in the order of the query; never empty
/// @param total articles that it finds; never 0
/// @param request the search from the start of its list, under the same conditions
public record Respelling(List<Word> words, long total, SearchRequest request) {
  public Respelling {
    words = List.copyOf(words);
  }

  /// @param typed as it stands in the query
  /// @param meant as it stands in the proposed one; two words where a space was missing
  public record Word(String typed, String meant) {}

  /// The query in the other spelling.
  public String text() {
    return request.query().text();
  }
}
