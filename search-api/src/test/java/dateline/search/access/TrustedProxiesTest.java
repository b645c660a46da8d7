package dateline.search.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {
  private static final TrustedProxies PROXIES =
      TrustedProxies.of(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8::/33"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          198.51.100.7 | -                                | 198.51.100.7
          198.51.100.7 | 203.0.113.9                      | 198.51.100.7
          10.1.2.3     | -                                | 10.1.2.3
          10.1.2.3     | 203.0.113.9                      | 203.0.113.9
          10.1.2.3     | 1.1.1.1, 203.0.113.9             | 203.0.113.9
          10.1.2.3     | 203.0.113.9, 192.0.2.1           | 203.0.113.9
          10.1.2.3     | 10.9.9.9, 192.0.2.1              | 10.9.9.9
          10.1.2.3     | example.org                      | 10.1.2.3
          10.1.2.3     | 203.0.113.9, unknown             | 10.1.2.3
          192.0.2.2    | 203.0.113.9                      | 192.0.2.2
          2001:db8:0:0:0:0:0:1 | 2001:db8:8000::1         | 2001:db8:8000:0:0:0:0:1
          """)
  void takesWhomTheLastTrustedOneSpeaksFor(String connected, String forwarded, String client) {
    assertEquals(client, PROXIES.clientOf(connected, forwarded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "proxy.example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8/9", "::/129"})
  void refusesWhatIsNoNetwork(String text) {
    assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(List.of(text)));
  }

  @Test
  void aRateSaysWhatItIs() {
    assertEquals(new Rate(600, "min"), Rate.parse("600/min"));
    for (String wrong : List.of("", "0/min", "5", "5/week", "1000001/s", "-1/s", "5 / min")) {
      assertThrows(IllegalArgumentException.class, () -> Rate.parse(wrong), wrong);
    }
  }
}
