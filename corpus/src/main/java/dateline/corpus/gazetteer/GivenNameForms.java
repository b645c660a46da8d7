package dateline.corpus.gazetteer;

import java.util.List;

/// Given names that one person may use for each other, as _Joe_ and _Joseph_.
///
/// @param common the one under which the person is kept
public record GivenNameForms(String common, List<String> others) {
  public GivenNameForms {
    others = List.copyOf(others);
  }

  static GivenNameForms parse(Row row) {
    return new GivenNameForms(row.required(0, "common"), row.list(1, "\\|"));
  }
}
