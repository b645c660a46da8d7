package dateline.search.engine;

import dateline.index.schema.ArticleField;
import java.util.List;

/// A condition on one field. Its parts are joined by AND; conditions on different fields too.
///
/// @param any the article has one of these values; empty for no such condition
/// @param all the article has every one of these
/// @param not the article has none of these
/// @param isMissing the article has no value at all
public record Filter(
    ArticleField field, List<String> any, List<String> all, List<String> not, boolean isMissing) {
  public Filter {
    any = List.copyOf(any);
    all = List.copyOf(all);
    not = List.copyOf(not);
  }
}
