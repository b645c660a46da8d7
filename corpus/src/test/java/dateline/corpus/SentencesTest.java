package dateline.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sentences are joined by ` / `.
final class SentencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          One. Two! Three? Four          | One. / Two! / Three? / Four
          The U.S. Army left. It rained. | The U.S. Army left. / It rained.
          Mr. Abe met Gen. Baker. Both smiled. | Mr. Abe met Gen. Baker. / Both smiled.
          It cost $3.5 million. So what? | It cost $3.5 million. / So what?
          "Go." He went. (Or not.) Yes.  | "Go." / He went. / (Or not.) / Yes.
          He said no. and went           | He said no. and went
          雨が降った。止んだ。               | 雨が降った。 / 止んだ。
          """)
  void splits(String text, String sentences) {
    assertEquals(sentences, sentences(text));
  }

  @Test
  void endsSentencesWithTheirParagraph() {
    assertEquals("A headline / A text. / An end", sentences("A headline\n\nA text. An end\n"));
  }

  private static String sentences(String text) {
    return Sentences.of(text).stream()
        .map(sentence -> text.substring(sentence.start(), sentence.end()))
        .collect(Collectors.joining(" / "));
  }
}
