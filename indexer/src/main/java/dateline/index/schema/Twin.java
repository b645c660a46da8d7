package dateline.index.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The languages that have text fields of their own. An article's text stands in the fields of one
/// twin.
public enum Twin {
  ENGLISH("en"),
  GERMAN("de"),
  FRENCH("fr"),
  SPANISH("es"),
  ITALIAN("it"),
  PORTUGUESE("pt"),
  DUTCH("nl"),
  SWEDISH("sv"),
  DANISH("da"),
  NORWEGIAN("no"),
  FINNISH("fi"),
  RUSSIAN("ru"),
  BULGARIAN("bg"),
  CATALAN("ca"),
  CZECH("cs"),
  GREEK("el"),
  HUNGARIAN("hu"),
  ROMANIAN("ro"),
  TURKISH("tr"),
  ARABIC("ar"),
  PERSIAN("fa"),
  HINDI("hi"),
  /// Chinese, Japanese and Korean.
  CJK("cjk"),
  /// All others.
  OTHER("xx");

  private static final Map<String, Twin> BY_LANGUAGE = new HashMap<>();

  static {
    for (Twin twin : values()) {
      twin.languages().forEach(language -> BY_LANGUAGE.put(language, twin));
    }
  }

  private final String suffix;

  Twin(String suffix) {
    this.suffix = suffix;
  }

  private List<String> languages() {
    return this == CJK ? List.of("zh", "ja", "ko") : List.of(suffix);
  }

  /// The twin of a language, or that of all others.
  ///
  /// @param code of two letters; null for an unknown language, of which the text is read as English
  public static Twin of(@Nullable String code) {
    return code == null ? ENGLISH : BY_LANGUAGE.getOrDefault(code, OTHER);
  }

  String suffix() {
    return suffix;
  }

  /// Whether its texts have the form [TextField.Form#LIGHT] too.
  public boolean hasLightStems() {
    return this == ENGLISH;
  }

  /// Name of the file of term rarity in a folder of learned tables.
  public String rarityFile() {
    return "rarity-" + suffix + ".bin";
  }
}
