package dateline.index.annotate;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What an article shows for and against each country that it names being one that it is about:
/// where and how it is named, how strongly beside the others, and by which words. What a learned
/// model of places reads.
public final class PlaceEvidence {
  private static final int OPENING = 180; // characters of a usual first sentence
  private static final int EARLY = 600;
  private static final int CONTEXT = 30;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private record Named(Zone zone, int start, int end, String text, String how, String place) {}

  private final Article article;
  private final Gazetteer gazetteer;
  private final Map<String, List<Named>> byCountry = new TreeMap<>();
  private final Set<String> salient = new HashSet<>();
  private final Map<String, Double> scores = new HashMap<>();

  private PlaceEvidence(Article article, Gazetteer gazetteer) {
    this.article = article;
    this.gazetteer = gazetteer;
  }

  /// Features with their values, by ISO 3166-1 alpha-2 code; a historic state counts as what took
  /// its place.
  ///
  /// @param found with the salience of hand-set weights
  public static Map<String, Map<String, Float>> of(
      Article article, List<FoundEntity> found, Gazetteer gazetteer) {
    var evidence = new PlaceEvidence(article, gazetteer);
    evidence.collect(found);
    var features = new TreeMap<String, Map<String, Float>>();
    evidence
        .byCountry
        .keySet()
        .forEach(country -> features.put(country, evidence.features(country)));
    return features;
  }

  private void collect(List<FoundEntity> found) {
    for (FoundEntity entity : found) {
      if (entity.kind() != EntityKind.PLACE || entity.country() == null) {
        continue;
      }
      String country = gazetteer.countryToday(entity.country());
      if (entity.isSalient()) {
        salient.add(country);
      }
      for (Mention mention : entity.mentions()) {
        String how =
            mention.how() != Mention.How.NAME
                ? mention.how().name().toLowerCase(Locale.ROOT)
                : gazetteer.isCountry(entity.key()) ? "country" : "city";
        if (isWithinOrganisation(mention, found)) {
          how = "org";
        }
        byCountry
            .computeIfAbsent(country, _ -> new ArrayList<>())
            .add(
                new Named(
                    mention.zone(),
                    mention.start(),
                    mention.end(),
                    mention.text(),
                    how,
                    entity.key()));
      }
    }
    byCountry.forEach((country, named) ->
        scores.put(country, named.stream().mapToDouble(PlaceEvidence::weight).sum()));
  }

  private static boolean isWithinOrganisation(Mention mention, List<FoundEntity> found) {
    return found.stream()
        .filter(entity -> entity.kind() == EntityKind.ORGANISATION)
        .flatMap(entity -> entity.mentions().stream())
        .anyMatch(other ->
            other.zone() == mention.zone()
                && other.start() <= mention.start()
                && mention.end() <= other.end());
  }

  /// As [PlaceSalience] weighs.
  private static double weight(Named named) {
    double weight =
        switch (named.zone) {
          case HEADLINE -> 2;
          case DATELINE -> 3;
          default -> named.start < OPENING ? 1.5 : 0.7;
        };
    return switch (named.how) {
      case "org", "metonym" -> weight / 2;
      case "demonym" -> 0.8 * weight;
      default -> weight;
    };
  }

  private static String zone(Named named) {
    return switch (named.zone) {
      case HEADLINE -> "h";
      case DATELINE -> "d";
      default -> named.start < OPENING ? "o" : named.start < EARLY ? "b1" : "b";
    };
  }

  private Map<String, Float> features(String country) {
    var features = new TreeMap<String, Float>();
    List<Named> named = byCountry.getOrDefault(country, List.of());
    features.put("bias", 1f);
    var counts = new TreeMap<String, Integer>();
    for (Named each : named) {
      for (String key :
          List.of(zone(each) + "|" + each.how, "*|" + each.how, zone(each) + "|*", "*|*")) {
        counts.merge(key, 1, Integer::sum);
      }
    }
    counts.forEach((key, count) -> {
      features.put("z" + key, (float) (Math.log(1.0 + count) / Math.log(2) / 2 + 0.5));
      features.put("z" + key + "|" + Math.min(count, 4), 1f);
    });
    double score = scores.getOrDefault(country, 0.0);
    double total = scores.values().stream().mapToDouble(each -> each).sum();
    double top = scores.values().stream().mapToDouble(each -> each).max().orElse(1);
    int rank = (int) scores.values().stream().filter(other -> other > score).count();
    int rivals = Math.min(scores.size(), 8);
    features.put("logscore", (float) Math.log1p(score));
    features.put("share", (float) (score / total));
    features.put("reltop", (float) (score / top));
    features.put("sb" + Math.min(12, (int) (score * 1.5)), 1f);
    features.put("shb" + (int) (10 * score / total), 1f);
    features.put("rtb" + (int) (10 * score / top), 1f);
    features.put("rank" + Math.min(rank, 5), 1f);
    features.put("nc" + rivals, 1f);
    features.put("rank" + Math.min(rank, 4) + "|nc" + Math.min(rivals, 5), 1f);
    int length = Math.max(1, article.body().length());
    features.put("len" + log2(length / 100), 1f);
    boolean isSalient = salient.contains(country);
    features.put(
        "base" + isSalient + "|rank" + Math.min(rank, 3) + "|nc" + Math.min(rivals, 4), 1f);
    features.put("base", isSalient ? 1f : 0f);
    addPositions(features, named, length);
    features.put(
        "dl%s|odl%s|hl%s|ohl%s"
            .formatted(
                isIn(country, Zone.DATELINE),
                isElsewhereIn(country, Zone.DATELINE),
                isIn(country, Zone.HEADLINE),
                isElsewhereIn(country, Zone.HEADLINE)),
        1f);
    features.put("distinct" + Math.min(4, named.stream().map(Named::place).distinct().count()), 1f);
    named.forEach(each -> addWords(features, each));
    return features;
  }

  private static void addPositions(Map<String, Float> features, List<Named> named, int length) {
    int[] starts =
        named.stream().filter(each -> each.zone == Zone.BODY).mapToInt(Named::start).toArray();
    if (starts.length > 0) {
      int first = Arrays.stream(starts).min().orElse(0);
      int last = Arrays.stream(starts).max().orElse(0);
      features.put("first" + Math.min(7, log2(first / 60)), 1f);
      features.put("firstrel" + Math.min(5, 5 * first / length), 1f);
      features.put("last" + Math.min(5, 5 * last / length), 1f);
      features.put("spread", (last - first) / (float) length);
    }
  }

  private void addWords(Map<String, Float> features, Named named) {
    features.put("P=" + named.place, 1f);
    features.put("S=" + named.text.toLowerCase(Locale.ROOT), 1f);
    if (named.zone != Zone.BODY || named.start < OPENING) {
      features.put("PZ=" + named.place + "|" + named.zone, 1f);
    }
    String text = article.text(named.zone);
    int start = text.offsetByCodePoints(0, named.start);
    int end = text.offsetByCodePoints(start, named.end - named.start);
    List<String> before = words(text.substring(Math.max(0, start - CONTEXT), start));
    List<String> after = words(text.substring(end, Math.min(text.length(), end + CONTEXT)));
    if (!before.isEmpty()) {
      features.merge("L=" + before.getLast(), 0.5f, Float::sum);
    }
    if (before.size() > 1) {
      features.put("LL=" + before.get(before.size() - 2) + " " + before.getLast(), 0.5f);
    }
    if (!after.isEmpty()) {
      features.merge("R=" + after.getFirst(), 0.5f, Float::sum);
    }
    if (after.size() > 1) {
      features.put("RR=" + after.getFirst() + " " + after.get(1), 0.5f);
    }
  }

  private boolean isIn(String country, Zone zone) {
    return byCountry.getOrDefault(country, List.of()).stream().anyMatch(each -> each.zone == zone);
  }

  private boolean isElsewhereIn(String country, Zone zone) {
    return byCountry.keySet().stream()
        .anyMatch(other -> !other.equals(country) && isIn(other, zone));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(match -> Character.isDigit(match.group().charAt(0)) ? "#" : match.group())
        .toList();
  }

  private static int log2(int number) {
    return number <= 0 ? 0 : Math.min(6, 32 - Integer.numberOfLeadingZeros(number));
  }
}
