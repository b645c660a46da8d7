package dateline.search.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelaxationsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  /// Everything helps, so every part is listed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q=zebra golf         | the word zebra; the word golf
          q="a b" +c -d        | the phrase “a b”; the word c; the exclusion of the word d
          q=a headline:b       | the word a; the word b in the headline
          q=person:Kan x OR y  |
          q=a&place=JP         | the word a; the place [JP]
          place=JP&place=FR&from=1987&place.not=US&person.missing=true | the condition “no person”; the place [FR] or [JP]; the exclusion of the place [US]; the date 1987 or later
          q=a&to=1987&from=1987 | the word a; the date 1987
          q=zebra              |
          place=JP             |
          q=a&story=wire/7     | the word a; the limit to copies of wire/7
          """)
  void looksAtEachPart(String query, String parts) throws IOException {
    List<Relaxation> found = relaxations(request(query), _ -> 1);

    assertEquals(parts == null ? "" : parts, String.join("; ", names(found)));
  }

  @Test
  void putsTheMostHelpfulFirstAndLeavesOutWhatDoesNotHelp() throws IOException {
    SearchRequest request = request("q=one two three");

    List<Relaxation> found =
        relaxations(
            request,
            without ->
                switch (without.query().text()) {
                  case "two three" -> 0;
                  case "one three" -> 3;
                  case "one two" -> 7;
                  default -> throw new IllegalStateException(without.query().text());
                });

    assertEquals(List.of("the word three", "the word two"), names(found));
    assertEquals(List.of(7L, 3L), found.stream().map(Relaxation::total).toList());
  }

  @Test
  void namesTheFirstTwoThatHelpTogether() throws IOException {
    List<Relaxation> found =
        relaxations(
            request("q=a b&place=JP&from=1990"),
            without -> without.filters().isEmpty() && without.query().text().equals("a") ? 4 : 0);

    assertEquals(List.of("the word b and the place [JP]"), names(found));
  }

  @Test
  void countsAtMostSoOften() throws IOException {
    var counted = new ArrayList<SearchRequest>();

    List<Relaxation> found =
        relaxations(
            request("q=a b c d e f g h i j k l"),
            without -> {
              counted.add(without);
              return 0;
            });

    assertTrue(found.isEmpty());
    assertEquals(Relaxations.COUNTS_MAX, counted.size());
  }

  /// What is counted is what the link asks.
  @ParameterizedTest
  @CsvSource({
    "q=zebra golf \"x y\"",
    "q=+a (b OR c) -d",
    "q=headline:(a b) c&source=Wire",
    "q=a b&story=7"
  })
  void countsWhatTheAddressAsks(String query) throws IOException {
    for (Relaxation relaxation : relaxations(request(query), _ -> 1)) {
      String address = CanonicalQuery.of(relaxation.without());

      assertEquals(address, CanonicalQuery.of(request(decoded(address))));
      assertEquals(
          relaxation.without().query().clause(), request(decoded(address)).query().clause());
    }
  }

  private static String decoded(String address) {
    return URLDecoder.decode(address, StandardCharsets.UTF_8);
  }

  private static List<Relaxation> relaxations(SearchRequest request, Relaxations.Count count)
      throws IOException {
    return Relaxations.of(request, count, (_, value) -> "[" + value + "]");
  }

  private static List<String> names(List<Relaxation> relaxations) {
    return relaxations.stream().map(each -> PartNames.of(each.parts(), Locale.ROOT)).toList();
  }

  private static SearchRequest request(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] sides = pair.split("=", 2);
      parameters.computeIfAbsent(sides[0], _ -> new ArrayList<>()).add(sides[1]);
    }
    return new RequestReader(DoorDefaults.API, CLOCK).read(parameters).request();
  }
}
