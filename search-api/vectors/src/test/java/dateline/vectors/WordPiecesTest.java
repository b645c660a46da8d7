package dateline.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordPiecesTest {
  private static final WordPieces PIECES =
      WordPieces.read(
          new ByteArrayInputStream(
              """
              {"model": {"type": "WordPiece", "vocab": {
                "[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "port": 3, "har": 4, "##bour": 5, "##s": 6, ",": 7, "京": 8,
                "$": 9, "zizek": 10}}}
              """
                  .getBytes(StandardCharsets.UTF_8)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          port          | [1, 3, 2]
          Harbours,PORT | [1, 4, 5, 6, 7, 3, 2]
          harx          | [1, 0, 2]
          東京          | [1, 0, 8, 2]
          $Žižek        | [1, 9, 10, 2]
          ''            | [1, 2]
          """)
  void cutsWordsIntoTheLongestPiecesKnown(String text, String numbers) {
    assertEquals(numbers, PIECES.of(text, 20).toString());
  }

  @Test
  void cutsWhatIsTooLong() {
    assertEquals(List.of(1, 4, 5, 2), PIECES.of("harbours port", 4));
    assertEquals(List.of(1, 3, 2, 4, 5, 2), PIECES.of(List.of("port", "harbours"), 6));
  }
}
