package dateline.vectors;

import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cuts text into the pieces of words that a model of the family BERT knows by number: small
/// letters without accents, each word the longest piece known, then the longest that goes on from
/// there (Wu et al. 2016, _Google's Neural Machine Translation System_, section 4.1).
final class WordPieces {
  private static final String CONTINUED = "##";

  /// Longer words are no words.
  private static final int WORD_MAX = 100;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final int unknown;
  private final int first;
  private final int last;

  private WordPieces(JsonNode vocabulary) {
    for (Map.Entry<String, JsonNode> piece : vocabulary.properties()) {
      numbers.put(piece.getKey(), piece.getValue().intValue());
    }
    unknown = number("[UNK]");
    first = number("[CLS]");
    last = number("[SEP]");
  }

  /// @param tokenizer a `tokenizer.json` as Hugging Face's tokenizers write it, of model WordPiece
  static WordPieces read(InputStream tokenizer) {
    JsonNode model = JsonMapper.shared().readTree(tokenizer).required("model");
    return new WordPieces(model.required("vocab"));
  }

  private int number(String piece) {
    return Objects.requireNonNull(numbers.get(piece), () -> "the vocabulary lacks " + piece);
  }

  /// The numbers of a text's pieces, between those that mark its two ends.
  ///
  /// @param most numbers, at least 2; what is beyond is cut off
  List<Integer> of(String text, int most) {
    return of(List.of(text), most);
  }

  /// The same of texts that follow each other, each with a mark of its end; only the last one is
  /// cut.
  List<Integer> of(List<String> texts, int most) {
    var pieces = new ArrayList<Integer>();
    pieces.add(first);
    for (String text : texts) {
      for (String word : words(text)) {
        if (pieces.size() >= most - 1) {
          break;
        }
        pieces.addAll(pieces(word));
      }
      if (pieces.size() > most - 1) {
        pieces.subList(most - 1, pieces.size()).clear();
      }
      pieces.add(last);
    }
    return pieces;
  }

  private List<Integer> pieces(String word) {
    if (word.length() > WORD_MAX) {
      return List.of(unknown);
    }
    var pieces = new ArrayList<Integer>();
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      Integer piece = null;
      while (end > start && piece == null) {
        piece = numbers.get((start > 0 ? CONTINUED : "") + word.substring(start, end));
        end--;
      }
      if (piece == null) {
        return List.of(unknown);
      }
      pieces.add(piece);
      start = end + 1;
    }
    return pieces;
  }

  /// Each sign of punctuation and each ideograph is a word.
  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    plain
        .codePoints()
        .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
        .forEach(sign -> {
          boolean standsAlone = isPunctuation(sign) || Character.isIdeographic(sign);
          if (standsAlone || Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
            end(word, words);
          }
          if (standsAlone) {
            words.add(Character.toString(sign));
          } else if (!Character.isWhitespace(sign)
              && !Character.isSpaceChar(sign)
              && isText(sign)) {
            word.appendCodePoint(sign);
          }
        });
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isText(int sign) {
    int type = Character.getType(sign);
    return type != Character.CONTROL && type != Character.FORMAT && sign != 0xFFFD;
  }

  /// Every sign of ASCII that is neither letter nor digit counts, `$` and `+` too.
  private static boolean isPunctuation(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> sign > ' ' && sign < 0x7F && !Character.isLetterOrDigit(sign);
    };
  }
}
