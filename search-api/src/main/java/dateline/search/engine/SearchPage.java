package dateline.search.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One page of an answer, all of it from one generation.
///
/// @param total articles that match, exactly
/// @param groups what is left of them, or would be left, when near-identical ones are folded into
///   one; counted exactly whether the list is folded or not
/// @param facets in the order of the request
/// @param dates null when no histogram was asked
/// @param nextCursor null on the last page
/// @param absentWords plain words of the query, as typed, that no article of the generation holds
/// @param otherForms what counts as plain words of the query beside them
/// @param relaxations which parts are to blame that nothing was found; empty when something was,
///   when everything was asked, or when there was no time to find out
/// @param suggestion null where no word looks like a slip, where another spelling finds no more,
///   behind the start of the list, when it was not asked for, or when there was no time to find out
/// @param hasVectors whether the same can be asked for by meaning, [Mode#HYBRID]
public record SearchPage(
    String generation,
    long total,
    long groups,
    List<Hit> hits,
    List<Facet> facets,
    @Nullable DateHistogram dates,
    @Nullable String nextCursor,
    List<String> absentWords,
    List<OtherForms> otherForms,
    List<Relaxation> relaxations,
    @Nullable Respelling suggestion,
    boolean hasVectors) {
  public SearchPage {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    absentWords = List.copyOf(absentWords);
    otherForms = List.copyOf(otherForms);
    relaxations = List.copyOf(relaxations);
  }

  /// What counts as well, by the words for which it does.
  public Map<String, List<String>> formsByWord() {
    var forms = new LinkedHashMap<String, List<String>>();
    otherForms.forEach(form -> forms.put(form.typed(), form.others()));
    return forms;
  }

  /// How long the whole list is: what pages of it count.
  public long listed(Collapse collapse) {
    return switch (collapse) {
      case DUPLICATES -> groups;
      case NONE -> total;
    };
  }
}
