package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a query was read, as it goes over the wire, in snake case.
///
/// @param canonical the one spelling in our own language that reads as the same clause
/// @param problems empty when all of the query was read
record ParseJson(
    String text,
    String syntax,
    String canonical,
    String plainWords,
    Node clause,
    List<Problem> problems) {

  /// A clause. What its type does not have is absent.
  ///
  /// @param type `everything`, `ranked`, `phrase`, `verbatim`, `entity`, `any-entity`, `value`,
  ///   `published`, `words`, `all`, `any` or `not`; at a place `wildcard`, `near`, `pre`,
  ///   `same-sentence`, `same-para`, `first` and `at-least`
  /// @param field where it must hold: a text field, a kind of entity or a filter
  /// @param words ranked words as typed
  /// @param text of a phrase, a name or a value
  /// @param from first date or number, as typed
  /// @param to last one
  /// @param number words of `near`, `pre` and `first`, times of `at-least`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Node(
      String type,
      @Nullable String field,
      @Nullable List<String> words,
      @Nullable String text,
      @Nullable String from,
      @Nullable String to,
      @Nullable Integer number,
      @Nullable List<Node> children) {}

  /// @param position code points from the start of the query
  /// @param suggestion the whole query as it was probably meant; null without a good guess
  record Problem(String code, String message, int position, @Nullable String suggestion) {}
}
