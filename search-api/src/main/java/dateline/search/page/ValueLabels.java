package dateline.search.page;

import dateline.index.schema.ArticleField;
import java.util.Locale;

/// Names the values of fields whose values are codes.
final class ValueLabels {
  private ValueLabels() {}

  /// @param label as the engine gives it
  static String of(ArticleField field, String value, String label, Locale locale) {
    return field == ArticleField.LANGUAGE ? language(value, locale) : label;
  }

  /// `German`; the code itself when Java does not know it.
  static String language(String code, Locale locale) {
    String name = Locale.of(code).getDisplayLanguage(locale);
    return name.isEmpty() ? code : name;
  }
}
