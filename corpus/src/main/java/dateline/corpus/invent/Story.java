package dateline.corpus.invent;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Writes the text of one article about its own few people, places and organisations.
///
/// Lengths are those of agency copy: sentences of 23 words in the middle (Reuters-21578: 23),
/// paragraphs of one to three sentences, articles of 270 words in the middle, half of them between
/// 180 and 400.
final class Story {
  private static final List<String> ROLES =
      List.of("Prime Minister", "President", "Foreign Minister", "Senator", "analyst", "General");

  private final SplittableRandom random;
  private final Vocabulary vocabulary;
  private final List<Names.Person> people;
  private final List<String> places;
  private final List<String> organisations;
  private final List<String> issues;

  Story(SplittableRandom random, Vocabulary vocabulary, Names names, long articles) {
    this.random = random;
    this.vocabulary = vocabulary;
    people = several(3, () -> names.person(articles));
    places = several(4, names::place);
    organisations = several(2, names::organisation);
    issues = several(2, names::issue);
  }

  String headline() {
    var headline = new StringBuilder(one(people).family());
    int words = 4 + random.nextInt(5);
    for (int i = 0; i < words; i++) {
      headline.append(' ').append(vocabulary.next());
    }
    return headline.append(" in ").append(place()).toString();
  }

  /// The place where it happened.
  String place() {
    return places.getFirst();
  }

  /// @return paragraphs with blank lines between
  String body() {
    int words = length(270, 0.6, 40, 3000);
    var body = new StringBuilder();
    while (words > 0) {
      if (!body.isEmpty()) {
        body.append("\n\n");
      }
      int sentences = 1 + random.nextInt(3);
      for (int i = 0; i < sentences && words > 0; i++) {
        int length = length(23, 0.45, 4, 70);
        body.append(i == 0 ? "" : " ").append(sentence(length));
        words -= length;
      }
    }
    return body.toString();
  }

  private String sentence(int length) {
    var sentence = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (i > 0) {
        sentence.append(random.nextInt(20) == 0 ? ", " : " ");
      }
      int kind = random.nextInt(100);
      sentence.append(
          kind < 5
              ? name()
              : kind < 7 ? String.valueOf(length(40, 2, 1, 1_000_000)) : vocabulary.next());
    }
    sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    return sentence.append('.').toString();
  }

  private String name() {
    return switch (random.nextInt(8)) {
      case 0 -> one(ROLES) + " " + one(people).full();
      case 1, 2 -> one(people).family();
      case 3, 4, 5 -> one(places);
      case 6 -> one(organisations);
      default -> one(issues);
    };
  }

  /// Log-normal, as lengths of texts are.
  private int length(double median, double sigma, int min, int max) {
    return (int) Math.clamp(median * Math.exp(sigma * gaussian()), min, max);
  }

  private double gaussian() {
    return random.nextGaussian();
  }

  private <T> List<T> several(int atMost, Supplier<T> supplier) {
    return Stream.generate(supplier).limit(1L + random.nextInt(atMost)).toList();
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
