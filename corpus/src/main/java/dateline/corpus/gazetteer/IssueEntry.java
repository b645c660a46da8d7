package dateline.corpus.gazetteer;

import org.jspecify.annotations.Nullable;

/// An issue of the vocabulary.
///
/// @param id such as `medtop:11000000`
/// @param parent id of the wider issue; null at the top
public record IssueEntry(String id, String label, @Nullable String parent) {
  static IssueEntry parse(Row row) {
    return new IssueEntry(
        row.required(0, "id"), row.required(1, "label"), row.isBlank(2) ? null : row.cell(2));
  }
}
