package dateline.corpus.gazetteer;

import java.util.List;

/// Forms that mean the same to who searches: spellings of one word, or words and names of one or
/// more words.
///
/// @param forms two or more, as they are written
public record Synonyms(List<String> forms) {
  public Synonyms {
    forms = List.copyOf(forms);
  }

  static Synonyms parse(Row row) {
    List<String> forms = row.list(0, ",");
    if (forms.size() < 2) {
      throw new IllegalArgumentException(
          "'" + row.cell(0) + "' stands alone; write two forms or more with commas between");
    }
    return new Synonyms(forms);
  }
}
