package dateline.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Who wrote an article, as printed and as single names.
///
/// @param text as the source prints it, for example `By Maria Lopez and the Pacific desk, Meridian
///   Wire`
/// @param authors the names in it, in order, without `By`; never empty
public record Byline(String text, List<String> authors) {
  private static final Pattern OPENING =
      Pattern.compile("^(?i:(written |story |reporting )?by)[:\\s]+");
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*(?:;|,?\\s+(?i:and)\\s+|,(?!\\s*(?i:jr|sr|ii|iii|md|phd)\\b))\\s*");

  public Byline {
    authors = List.copyOf(authors);
  }

  /// Splits a printed byline at commas, semicolons and _and_.
  public static Byline parse(String text) {
    String names = OPENING.matcher(text.strip()).replaceFirst("");
    var authors = new ArrayList<String>();
    for (String name : BETWEEN.split(names)) {
      if (!name.isBlank() && !authors.contains(name.strip())) {
        authors.add(name.strip());
      }
    }
    return new Byline(text.strip(), authors.isEmpty() ? List.of(text.strip()) : authors);
  }
}
