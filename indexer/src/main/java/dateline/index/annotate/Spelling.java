package dateline.index.annotate;

import dateline.corpus.gazetteer.FoldedName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One way to write a word, with all that it tells wherever it stands: the numbers of its forms in
/// the [Lexicon], each [Lexicon#UNKNOWN] when no list has it, and their [Traits].
///
/// Made once for many tokens. What few rules ask for is worked out when it is first asked for; a
/// race between threads does that twice, with one outcome.
final class Spelling {
  private static final int PACKED_CHARS_MAX = 8;

  private final char[] written;
  private final long packed;

  // first what each token reads, so that it lies side by side

  /// Of the word as written, with those of its form.
  final int traits;

  /// Of the lower-case word.
  final int lowerTraits;

  final int smallLetters;
  final int capitalLetters;

  /// As [#traits], in capitals text.
  final int titleTraits;

  final int asWritten;

  /// Of the word with only its first capital, as all-capitals text is looked up.
  final int title;

  /// Of the lower-case word without a last point.
  final int lower;

  /// Of the word's stem; of the stem of _and_ for an ampersand.
  final int stem;

  /// Where names, roles and terms go on that open with the word.
  final Openings.Nodes openings;

  private @Nullable String text;
  private @Nullable String folded;

  /// @param written from now on the spelling's own
  /// @param packed the same, packed
  Spelling(char[] written, long packed, Numbers numbers, Lexicon lexicon, Openings openings) {
    this.written = written;
    this.packed = packed;
    asWritten = numbers.asWritten();
    title = numbers.title();
    lower = numbers.lower();
    stem = numbers.stem();
    this.openings = openings.nodes(numbers);
    int form = Traits.ofForm(written);
    traits = form | lexicon.traits(asWritten) | openings.traits(this.openings, numbers);
    titleTraits = form | lexicon.traits(title) | openings.traitsInCapitals(this.openings, numbers);
    lowerTraits = lexicon.traits(lower);
    int small = 0;
    int capital = 0;
    for (char c : written) {
      small += Character.isLowerCase(c) ? 1 : 0;
      capital += Character.isUpperCase(c) ? 1 : 0;
    }
    smallLetters = small;
    capitalLetters = capital;
  }

  /// As the fields of the same names.
  record Numbers(int asWritten, int title, int lower, int stem) {}

  /// @param packed the same stretch, packed
  boolean is(char[] text, int start, int end, long packed) {
    return packed == this.packed
        && (packed != 0 || Arrays.equals(written, 0, written.length, text, start, end));
  }

  /// All characters in one number, so that most words are compared without following a reference; 0
  /// for a stretch that does not fit. The first is never 0, so each length has its own numbers.
  static long packed(char[] text, int start, int end) {
    if (end - start > PACKED_CHARS_MAX || text[start] == 0) {
      return 0;
    }
    long packed = 0;
    int bits = 0;
    for (int i = start; i < end; i++) {
      packed = packed << Byte.SIZE | text[i];
      bits |= text[i];
    }
    return bits >>> Byte.SIZE == 0 ? packed : 0;
  }

  /// With the plain apostrophe of [Tokens#chars].
  String text() {
    String known = text;
    if (known == null) {
      known = new String(written);
      text = known;
    }
    return known;
  }

  /// As [FoldedName] has it.
  String folded() {
    String known = folded;
    if (known == null) {
      known = FoldedName.of(text());
      folded = known;
    }
    return known;
  }
}
