package dateline.search.page;

import java.util.List;

/// The search form with what it holds.
///
/// @param from first date as typed; empty for none
/// @param carried conditions that have no field in the form and stay as they are
public record SearchForm(
    String text, String from, String to, List<Choice> sorts, List<Carried> carried) {
  public SearchForm {
    sorts = List.copyOf(sorts);
    carried = List.copyOf(carried);
  }

  public record Choice(String value, String label, boolean isSelected) {}

  public record Carried(String name, String value) {}
}
