package dateline.index.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageCodeTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          de, de
          DE, de
          deu, de
          ger, de
          de-AT, de
          fre, fr
          fr_CA, fr
          pt-BR, pt
          zh-Hant, zh
          cmn, zh
          jpn, ja
          nb, no
          nno, no
          iw, he
          haw, haw
          und, -
          xx, -
          english, -
          '', -
          """)
  void hasOneSpelling(String stated, @Nullable String code) {
    assertEquals(code, LanguageCode.of(stated));
  }
}
