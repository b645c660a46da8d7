package dateline.corpus.gazetteer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An organisation that is known before any article is read.
///
/// @param aliases other names, among them abbreviations
/// @param country ISO 3166-1 alpha-2 code of its seat; null when it is international or unknown
/// @param kind free word of the file, such as `company` or `party`; empty when the file has none
public record OrganisationEntry(
    String id, String label, List<String> aliases, @Nullable String country, String kind) {
  public OrganisationEntry {
    aliases = List.copyOf(aliases);
  }

  static OrganisationEntry parse(Row row) {
    return new OrganisationEntry(
        row.required(0, "id"),
        row.required(1, "label"),
        row.list(2, "\\|"),
        row.isBlank(3) ? null : row.cell(3),
        row.cell(4));
  }
}
