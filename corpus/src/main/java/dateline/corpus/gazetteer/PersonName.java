package dateline.corpus.gazetteer;

/// A first or family name of people.
///
/// @param isCommon whether it is an ordinary word too, such as _Grace_ or _Baker_
public record PersonName(String name, boolean isCommon) {
  static PersonName parse(Row row) {
    return new PersonName(row.required(0, "name"), row.cell(1).equals("common"));
  }
}
