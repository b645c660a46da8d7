package dateline.index.lucene;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.analyze.StopWords;
import dateline.index.schema.PrintedPhrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/// What an article has to offer to somebody who types: its words, hyphenated ones whole too, and
/// the phrases of two to four words in its headline and keywords.
///
/// The words of a headline all in capitals do not count where there is a body, which says how to
/// spell them. No function word stands alone or at an end, nor does a number, and no phrase reaches
/// over a comma or the like.
final class ArticlePhrases {
  private static final int WORDS_MAX = 4;

  /// Longer ones are no help in typing.
  private static final int LENGTH_MAX = 80;

  private final Set<PrintedPhrase> found = new LinkedHashSet<>();

  private final StopWords stopWords;

  private ArticlePhrases(StopWords stopWords) {
    this.stopWords = stopWords;
  }

  /// @param article with its language named
  static Set<PrintedPhrase> of(Article article) {
    var phrases = new ArticlePhrases(StopWords.of(ArticleAnalyzers.twinOf(article.language())));
    String headline = article.text(Zone.HEADLINE);
    phrases.addPhrases(headline);
    article.keywords().forEach(phrases::addPhrases);
    for (Zone zone : List.of(Zone.SUBHEAD, Zone.LEAD, Zone.BODY)) {
      phrases.addWords(article.text(zone));
    }
    boolean tellsSpelling = headline.codePoints().anyMatch(Character::isLowerCase);
    if (tellsSpelling || article.text(Zone.BODY).isEmpty()) {
      phrases.addWords(headline);
    }
    return phrases.found;
  }

  /// @param key folded
  /// @param link what joins it to the word before
  private record Word(String key, int start, int end, Link link, boolean mayEnd) {}

  private enum Link {
    HYPHEN,
    BLANK,
    NONE
  }

  private void addWords(String text) {
    List<Word> words = words(text);
    for (int first = 0; first < words.size(); first++) {
      add(text, words.subList(first, first + 1));
      if (words.get(first).link() != Link.HYPHEN) {
        int end = first + 1;
        while (end < words.size() && words.get(end).link() == Link.HYPHEN) {
          end++;
        }
        if (end - first > 1 && end - first <= WORDS_MAX) {
          add(text, words.subList(first, end));
        }
      }
    }
  }

  private void addPhrases(String text) {
    List<Word> words = words(text);
    for (int first = 0; first < words.size(); first++) {
      int end = first + 1;
      while (end < words.size() && end - first < WORDS_MAX && words.get(end).link() != Link.NONE) {
        end++;
        add(text, words.subList(first, end));
      }
    }
  }

  private void add(String text, List<Word> words) {
    Word last = words.getLast();
    int start = words.getFirst().start();
    if (!words.getFirst().mayEnd() || !last.mayEnd() || last.end() - start > LENGTH_MAX) {
      return;
    }
    String key =
        words.size() == 1
            ? last.key()
            : words.stream().map(Word::key).collect(Collectors.joining(" "));
    String spelling = text.substring(start, last.end());
    found.add(
        new PrintedPhrase(key, words.size() == 1 ? spelling : spelling.replaceAll("\\s+", " ")));
  }

  private List<Word> words(String text) {
    var words = new ArrayList<Word>();
    try (TokenStream tokens = ArticleAnalyzers.names().tokenStream("words", text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var offset = tokens.addAttribute(OffsetAttribute.class);
      var increment = tokens.addAttribute(PositionIncrementAttribute.class);
      var length = tokens.addAttribute(PositionLengthAttribute.class);
      tokens.reset();
      int before = -1;
      while (tokens.incrementToken()) {
        if (length.getPositionLength() > 1 || increment.getPositionIncrement() == 0) {
          continue; // another reading of the same text
        }
        String folded = term.toString();
        int start = offset.startOffset();
        int end = endWithoutPossessive(text, start, offset.endOffset(), folded);
        words.add(
            new Word(
                folded.toLowerCase(Locale.ROOT),
                start,
                end,
                before < 0 ? Link.NONE : link(text, before, start),
                folded.length() > 1 && holdsLetter(folded) && !stopWords.contains(folded)));
        before = end == offset.endOffset() ? end : -1;
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
    return words;
  }

  private static int endWithoutPossessive(String text, int start, int end, String folded) {
    boolean mayBePossessive =
        end - start > 2 && end - start >= folded.length() + 2 && lower(text, end - 1) == 's';
    return mayBePossessive && !Character.isLetterOrDigit(text.charAt(end - 2)) ? end - 2 : end;
  }

  private static int lower(String text, int index) {
    return Character.toLowerCase(text.charAt(index));
  }

  private static Link link(String text, int from, int to) {
    String between = text.substring(from, to);
    if (between.isBlank()) {
      return Link.BLANK;
    }
    boolean isHyphen = between.length() == 1 && "-\u2010\u2011".contains(between);
    return isHyphen ? Link.HYPHEN : Link.NONE;
  }

  private static boolean holdsLetter(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
