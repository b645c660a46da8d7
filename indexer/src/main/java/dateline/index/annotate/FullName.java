package dateline.index.annotate;

import dateline.corpus.gazetteer.FoldedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person's name as an article prints it, without title. Immutable; what is folded of it is kept,
/// since each mention compares it anew.
final class FullName {
  private static final Pattern INITIAL = Pattern.compile("(?:\\p{Lu}\\.)+");
  private static final Pattern ARTICLE = Pattern.compile("(?i)^(?:al|el|ad|as|an|ul)-(?=\\p{Lu})");
  private static final int ARTICLE_LETTERS = 2;
  private static final Set<String> SUFFIXES = Set.of("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV");

  private static final int SUFFIX_LETTERS_MAX = 3;

  private final List<String> words;
  private final String first;
  private final boolean isFamilyFirst;
  private final String label;
  private @Nullable String folded;
  private @Nullable String key;
  private @Nullable String spelledKey;
  private @Nullable String family;

  /// @param words given names, initials, particles and family names; hyphened ones are one word
  /// @param first the first word, folded; of several forms of a given name the common one
  /// @param isFamilyFirst as in _Deng Xiaoping_
  FullName(List<String> words, String first, boolean isFamilyFirst) {
    this.words = List.copyOf(words);
    this.first = first;
    this.isFamilyFirst = isFamilyFirst;
    label = String.join(" ", words);
  }

  List<String> words() {
    return words;
  }

  String first() {
    return first;
  }

  boolean isFamilyFirst() {
    return isFamilyFirst;
  }

  String label() {
    return label;
  }

  /// The label as [FoldedName] has it.
  String folded() {
    String known = folded;
    if (known == null) {
      known = FoldedName.of(label);
      folded = known;
    }
    return known;
  }

  /// The same words, in the same order of names.
  boolean isSpelledAs(FullName other) {
    return isFamilyFirst == other.isFamilyFirst && label.equals(other.label);
  }

  /// The same for the spellings of one name with and without middle initials, and for _Joe_ and
  /// _Joseph_.
  String key() {
    String known = key;
    if (known == null) {
      int rest = FoldedName.of(words.getFirst()).length();
      known = first + spelledKey().substring(rest);
      key = known;
    }
    return known;
  }

  /// As [#key], with the first name as it is written.
  String spelledKey() {
    String known = spelledKey;
    if (known == null) {
      var kept = new ArrayList<String>();
      for (int i = 0; i < words.size(); i++) {
        if (i == 0 || !isInitial(words.get(i))) {
          kept.add(words.get(i));
        }
      }
      known = kept.size() == words.size() ? folded() : FoldedName.of(String.join(" ", kept));
      spelledKey = known;
    }
    return known;
  }

  /// The letters of the initials behind the first name, small: `hw` of _George H. W. Bush_; empty
  /// for none.
  String middleInitials() {
    var letters = new StringBuilder();
    for (int i = 1; i < words.size(); i++) {
      if (isInitial(words.get(i))) {
        letters.append(words.get(i).replace(".", "").toLowerCase(Locale.ROOT));
      }
    }
    return letters.toString();
  }

  /// Whether middle initials can be those of one person: one may be left out, or the last ones.
  static boolean areCompatible(String initials, String others) {
    return initials.startsWith(others) || others.startsWith(initials);
  }

  /// The family name without particles, by which two full names are compared.
  String family() {
    String known = family;
    if (known == null) {
      known = FoldedName.of(isFamilyFirst ? words.getFirst() : bare(words.get(last())));
      family = known;
    }
    return known;
  }

  /// What later sentences may call the person by, folded.
  Set<String> familyForms() {
    var forms = new LinkedHashSet<String>();
    forms.add(family());
    if (!isFamilyFirst) {
      for (int i = 1; i <= last(); i++) {
        forms.add(FoldedName.of(String.join(" ", words.subList(i, last() + 1))));
      }
      // the father's name of Daniel Ortega Saavedra
      if (last() >= 2
          && !isInitial(words.get(last() - 1))
          && isCapitalised(words.get(last() - 1))) {
        forms.add(FoldedName.of(words.get(last() - 1)));
      }
    }
    return forms;
  }

  /// `Jr.` and the like without point, which tells father and son apart; empty for none.
  String suffix() {
    return last() == words.size() - 1 ? "" : words.getLast().replace(".", "");
  }

  /// Without the suffix there is still a first and a family name, more than an initial as in
  /// _George P._
  boolean isFull() {
    return last() > 0 && !isInitial(words.get(last()));
  }

  static boolean isSuffix(String word) {
    return word.length() <= SUFFIX_LETTERS_MAX && SUFFIXES.contains(word);
  }

  private static boolean isInitial(String word) {
    return word.endsWith(".") && INITIAL.matcher(word).matches();
  }

  private static boolean isCapitalised(String word) {
    return Character.isUpperCase(word.charAt(0));
  }

  private static String bare(String word) {
    return word.indexOf('-') == ARTICLE_LETTERS ? ARTICLE.matcher(word).replaceFirst("") : word;
  }

  private int last() {
    int last = words.size() - 1;
    return last > 0 && isSuffix(words.get(last)) ? last - 1 : last;
  }
}
