package dateline.search.page;

import java.util.List;

/// The search form with what it holds.
///
/// @param from first date as typed; empty for none
/// @param carried conditions that have no field in the form and stay as they are
public record SearchForm(String text, String from, String to, List<Carried> carried) {
  static final SearchForm EMPTY = new SearchForm("", "", "", List.of());

  public SearchForm {
    carried = List.copyOf(carried);
  }

  /// A form that holds nothing but words.
  static SearchForm of(String text) {
    return new SearchForm(text, "", "", List.of());
  }

  public record Carried(String name, String value) {}
}
