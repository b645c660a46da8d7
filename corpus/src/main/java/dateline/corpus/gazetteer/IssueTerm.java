package dateline.corpus.gazetteer;

/// A word or phrase that speaks for an issue.
///
/// @param term lower-case words in base form, or `caps:` and words whose case counts
/// @param weight positive for the issue, negative against it
public record IssueTerm(String issueId, String term, double weight) {
  static IssueTerm parse(Row row) {
    return new IssueTerm(
        row.required(0, "issue").intern(), row.required(1, "term"), row.decimal(2));
  }
}
