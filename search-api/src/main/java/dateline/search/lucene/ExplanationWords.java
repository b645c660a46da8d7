package dateline.search.lucene;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of an explanation, from `explanation.properties`.
final class ExplanationWords {
  private static final ResourceBundle MESSAGES =
      ResourceBundle.getBundle(
          ExplanationWords.class.getPackageName() + ".explanation",
          Locale.ROOT,
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

  private ExplanationWords() {}

  static String say(String key, Object... arguments) {
    return new MessageFormat(MESSAGES.getString(key), Locale.ROOT).format(arguments);
  }
}
