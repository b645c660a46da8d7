package dateline.index.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one spelling of a language's code: two letters of ISO 639-1 where there are two, else three
/// of ISO 639-3. `de-AT`, `deu`, `ger` and `DE` are `de`.
public final class LanguageCode {
  /// What publishers write instead: the bibliographic codes of ISO 639-2, codes that were replaced,
  /// and single languages in place of the one that their readers search in.
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arb", "ar"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cmn", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("in", "id"),
          Map.entry("iw", "he"),
          Map.entry("ji", "yi"),
          Map.entry("mac", "mk"),
          Map.entry("may", "ms"),
          Map.entry("mo", "ro"),
          Map.entry("nb", "no"),
          Map.entry("nn", "no"),
          Map.entry("nno", "no"),
          Map.entry("nob", "no"),
          Map.entry("per", "fa"),
          Map.entry("pes", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("swh", "sw"),
          Map.entry("wel", "cy"),
          Map.entry("yue", "zh"));

  /// Codes that say that the language is not said.
  private static final Set<String> NONE = Set.of("und", "mul", "mis", "zxx");

  private static final Map<String, String> KNOWN = known();

  private LanguageCode() {}

  /// Null for what is no code of a language.
  ///
  /// @param stated in any case; what follows the language, such as a country or a script, is left
  ///   out
  public static @Nullable String of(String stated) {
    String first = stated.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    String known = KNOWN.get(first);
    if (known != null) {
      return known;
    }
    boolean isThird = first.length() == 3 && first.chars().allMatch(c -> c >= 'a' && c <= 'z');
    return isThird && !NONE.contains(first) ? first : null;
  }

  /// The spelling of a code that somebody asks for; what is none stays as it is.
  public static String spelled(String asked) {
    String code = of(asked);
    return code == null ? asked : code;
  }

  private static Map<String, String> known() {
    var known = new HashMap<String, String>();
    for (String two : Locale.getISOLanguages()) {
      known.put(two, two);
      known.put(Locale.of(two).getISO3Language(), two);
    }
    known.putAll(OTHERS);
    return Map.copyOf(known);
  }
}
