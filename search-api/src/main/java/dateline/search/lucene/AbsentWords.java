package dateline.search.lucene;

import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;

/// The plain words of a query that no article of a generation holds.
///
/// Serves one query and one thread. It remembers what it looked up, since each language's reading
/// asks for the same words, once to select articles and once for the rarity they need.
final class AbsentWords {
  private final OpenGeneration generation;
  private final boolean hasVariants;
  private final Map<String, Boolean> lookedUp = new HashMap<>();

  /// @param hasVariants whether words find their other forms and names too
  AbsentWords(OpenGeneration generation, boolean hasVariants) {
    this.generation = generation;
    this.hasVariants = hasVariants;
  }

  /// Whether no language's reading of a word finds any of it, nor this one's what is as good.
  boolean contains(WordUnit word, Twin twin, Equivalents equivalents) throws IOException {
    return contains(word.typed()) && !equivalents.areHeld(word, twin, generation);
  }

  /// Whether no language's reading of a word finds any of it.
  boolean contains(String typed) throws IOException {
    Boolean isAbsent = lookedUp.get(typed);
    if (isAbsent == null) {
      isAbsent = !isHeld(typed);
      lookedUp.put(typed, isAbsent);
    }
    return isAbsent;
  }

  private boolean isHeld(String typed) throws IOException {
    for (Twin twin : generation.twins()) {
      Variants variants = hasVariants ? generation.names().variants() : Variants.NONE;
      for (WordUnit unit : WordUnit.of(List.of(typed), twin, variants)) {
        if (isHeld(unit, twin, generation)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Text in Chinese, Japanese and Korean is cut into words by its own twin, where there is one;
  /// the pieces that others make of it would be reported beside it.
  boolean isCutOtherwise(String typed, Twin twin) {
    return twin != Twin.CJK
        && generation.twins().contains(Twin.CJK)
        && typed.codePoints().anyMatch(AbsentWords::isOfCjk);
  }

  private static boolean isOfCjk(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  private static boolean isHeld(WordUnit unit, Twin twin, OpenGeneration generation)
      throws IOException {
    for (String stem : unit.stems()) {
      for (Part part : List.of(Part.HEADLINE, Part.BODY)) {
        var term = new Term(new TextField(part, twin, Form.STEMMED).name(), stem);
        if (LiveArticles.hold(term, generation.reader())) {
          return true;
        }
      }
    }
    for (String plain : unit.plains()) {
      if (LiveArticles.hold(new Term(IndexNames.BYLINE, plain), generation.reader())) {
        return true;
      }
    }
    return false;
  }
}
