package dateline.search.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the pages, from `messages.properties`, in one language.
public final class Messages {
  private final Locale locale;
  private final ResourceBundle bundle;

  Messages(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("dateline.search.page.messages", locale);
  }

  /// The text of `key`, written as `java.text.MessageFormat` patterns are.
  ///
  /// @throws java.util.MissingResourceException when the file has no such text
  public String of(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  public String language() {
    return locale.toLanguageTag();
  }

  Locale locale() {
    return locale;
  }
}
