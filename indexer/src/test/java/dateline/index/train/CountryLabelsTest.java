package dateline.index.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.gazetteer.Gazetteer;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountryLabelsTest {
  @SuppressWarnings("NullAway.Init") // made before all
  private static CountryLabels labels;

  @BeforeAll
  static void load() throws IOException {
    labels = new CountryLabels(Gazetteer.builtIn());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JP             | JP
          jp             | JP
          Japan          | JP
          south-korea    | KR
          U.S.A.         | US
          uk             | GB
          SU             | RU
          ussr           | RU
          de-west        | DE
          BRD            | DE
          west-germany   | DE
          yugoslavia     | RS
          Tokyo          | none
          Calif.         | none
          nowhere        | none
          """)
  void knowsACountryByCodeIdAndName(String label, String country) {
    assertEquals(country, labels.country(label).orElse("none"));
  }
}
