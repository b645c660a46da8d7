package dateline.search.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with one query, and the edits that would put it right.
///
/// One corrected query is proposed by every problem that has an edit: the text with all edits made.
final class Problems {
  private record Draft(String code, String message, int position, @Nullable Edit edit) {}

  /// @param end exclusive
  record Edit(int start, int end, String replacement) {}

  private final int[] text;
  private final List<Draft> drafts = new ArrayList<>();

  /// @param text of the whole query, in code points
  Problems(int[] text) {
    this.text = text;
  }

  void add(String code, int position, String message, @Nullable Edit edit) {
    drafts.add(new Draft(code, message, position, edit));
  }

  /// How a message names a place: people count from one.
  static String place(int position) {
    return "at character " + (position + 1);
  }

  /// The first problems by position.
  List<QueryProblem> first(int problemsMax) {
    List<Draft> listed =
        drafts.stream()
            .sorted(Comparator.comparingInt(Draft::position))
            .limit(problemsMax)
            .toList();
    String corrected = corrected(listed);
    return listed.stream()
        .map(draft ->
            new QueryProblem(
                draft.code(),
                draft.message(),
                draft.position(),
                draft.edit() == null ? null : corrected))
        .toList();
  }

  private String corrected(List<Draft> listed) {
    List<Edit> edits =
        listed.stream()
            .map(Draft::edit)
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingInt(Edit::start))
            .toList();
    var corrected = new StringBuilder();
    int done = 0;
    for (Edit edit : edits) {
      if (edit.start() >= done) {
        corrected.append(new String(text, done, edit.start() - done)).append(edit.replacement());
        done = edit.end();
      }
    }
    corrected.append(new String(text, done, text.length - done));
    return corrected.toString().strip();
  }
}
