package dateline.index.schema;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A text field of the index: a part of the article, in the twin of its language, in one form.
///
/// The body holds subhead, lead and body one after the other; the lead field holds its beginning
/// once more.
public record TextField(Part part, Twin twin, Form form) {
  public enum Part {
    HEADLINE,
    LEAD,
    BODY
  }

  /// Stemmed terms decide what matches, lightly stemmed ones refine the ranking, plain ones have
  /// all their endings, verbatim ones are as typed.
  public enum Form {
    STEMMED,
    /// In English alone: fewer words meet, so that names keep apart.
    LIGHT,
    PLAIN,
    VERBATIM
  }

  private static final Map<String, TextField> BY_NAME = new HashMap<>();

  static {
    for (Part part : Part.values()) {
      for (Twin twin : Twin.values()) {
        for (Form form : Form.values()) {
          if (form != Form.LIGHT || twin.hasLightStems()) {
            var field = new TextField(part, twin, form);
            BY_NAME.put(field.name(), field);
          }
        }
      }
    }
  }

  /// The name in the index, such as `headline_en` or `body_en_plain`.
  public String name() {
    String stem = part.name().toLowerCase(Locale.ROOT) + "_" + twin.suffix();
    return form == Form.STEMMED ? stem : stem + "_" + form.name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TextField> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
