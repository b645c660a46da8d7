package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer to a search as it goes over the wire, in snake case.
///
/// @param groups what is left of the total when near-identical articles are folded into one,
///   whether or not the hits are folded
/// @param facets by the name of their parameter, in the order asked; `date` is a [Dates]
/// @param suggestion a spelling that finds more; null without one
/// @param relaxations parts without which a search that finds nothing finds something
record SearchJson(
    Query query,
    String generation,
    Total total,
    Groups groups,
    List<Hit> hits,
    Map<String, Object> facets,
    @Nullable Suggestion suggestion,
    List<Relaxation> relaxations,
    Links links) {

  /// @param plainWords what the words without operators ask; null when there are none
  /// @param variants what counts as words of the query beside them, by these words
  /// @param filters conditions by the name of their parameter
  record Query(
      String text,
      String canonical,
      @Nullable String plainWords,
      Map<String, List<String>> variants,
      Map<String, List<String>> filters,
      List<Warning> warnings) {}

  /// @param parameter null for a problem of the query text
  /// @param position null for a problem of a parameter
  record Warning(
      String code,
      String message,
      @Nullable String parameter,
      @Nullable Integer position,
      @Nullable String suggestion) {}

  /// @param relation `exact`
  record Total(long value, String relation) {}

  record Groups(long value) {}

  /// @param published RFC 3339, or only the day, month or year that is known
  /// @param duplicates null when no other article is folded behind it
  record Hit(
      String id,
      String url,
      @Nullable String headline,
      @Nullable String published,
      String source,
      @Nullable String byline,
      @Nullable String dateline,
      @Nullable String language,
      double score,
      List<Label> people,
      List<Label> places,
      List<Label> organizations,
      List<Label> issues,
      List<Snippet> snippets,
      @Nullable Duplicates duplicates) {}

  /// @param count near-identical articles that match too
  /// @param url lists them together with the hit
  record Duplicates(int count, String url) {}

  record Label(String id, String label) {}

  /// @param ranges pairs of start and end, in code points of the text
  record Snippet(String field, String text, List<List<Integer>> ranges, int sentence) {}

  record Values(long totalValues, long missing, long other, List<Value> items) {}

  /// @param parent the nearest wider value in the list; absent where there is none
  record Value(
      String value,
      String label,
      long count,
      boolean selected,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String parent,
      Switches links) {}

  /// Searches with the value added, excluded or removed.
  ///
  /// @param add null for a value that is selected
  /// @param remove null for a value that is not
  record Switches(@Nullable String add, String exclude, @Nullable String remove) {}

  record Dates(String interval, List<Bar> items) {}

  record Bar(String value, String from, String to, long count) {}

  /// @param without the parts, for programs: parameters as in an address, `word: W`, or `clause: C`
  ///   in the canonical form; two parts are joined by ` + `
  /// @param text the parts, for people, to stand behind _without_
  record Relaxation(String without, String text, long total, String link) {}

  /// @param canonical the query string of the search in the other spelling
  /// @param words those that are spelled otherwise
  /// @param total articles that it finds
  record Suggestion(String text, String canonical, List<Word> words, long total, String link) {}

  record Word(String typed, String meant) {}

  /// @param next null on the last page
  /// @param feed the newest of it, as Atom
  /// @param export all of it, by format
  record Links(String self, @Nullable String next, String feed, Map<String, String> export) {}
}
