package dateline.search.engine;

import java.util.List;

/// What counts as words of a query beside them: other spellings, synonyms, the names of one place
/// or organisation.
///
/// @param typed the words, as they stand in the query
/// @param others what counts as well, in the order of the lists it comes from
public record OtherForms(String typed, List<String> others) {
  public OtherForms {
    others = List.copyOf(others);
  }
}
