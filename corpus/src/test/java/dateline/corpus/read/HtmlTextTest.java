package dateline.corpus.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HtmlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>One.</p><p>Two &amp; three.</p>            | One.¶¶Two & three.
          <div>One <b>bold</b>\u00A0word</div>          | One bold word
          One<br>Two<br><br>Three                       | One¶Two¶¶Three
          <h2>Head</h2>Text<ul><li>a</li><li>b</li></ul>| Head¶¶Text¶¶a¶¶b
          <p>Seen</p><script>x()</script><style>y</style> | Seen
          <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a b¶¶c
          <p>5 < 6 is <em>true</em>                     | 5 < 6 is true
          """)
  void keepsTheWordsAndTheParagraphs(String html, String text) {
    assertEquals(text.replace('¶', '\n'), HtmlText.of(html));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>text                 | true
          one<br/>two             | true
          <a href="x">y</a>       | true
          U.S. Oil <USOL> to sell | false
          5 < 6 and 7 > 6         | false
          """)
  void tellsMarkupFromText(String text, boolean isHtml) {
    assertEquals(isHtml, HtmlText.isHtml(text));
  }
}
