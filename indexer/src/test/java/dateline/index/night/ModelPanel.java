package dateline.index.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// Answers a panel of searches over invented articles by looking at each of them. Ranks by BM25
/// with the statistics of the generation it is asked of (Robertson et al., TREC-3, 1994), then by
/// date and id, as the engine does.
///
/// Sixty searches, from the words of the archive itself: its twenty most frequent words, twenty
/// that are drawn by their frequency, and twenty pairs of words that both have to be there.
final class ModelPanel {
  private static final int FREQUENT = 20;
  private static final int BEST = 10;
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final List<int[]> searches;
  private final List<List<Integer>> searchesOf = new ArrayList<>();

  private record Scored(Story story, double score) {}

  private static final Comparator<Scored> WORST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .thenComparing(scored -> dayOf(scored.story()))
          .thenComparingInt(scored -> -scored.story().id());

  /// @param best ids, best first
  record Answer(long total, List<String> best) {}

  private ModelPanel(List<int[]> searches) {
    this.searches = searches;
    for (int term = 0; term < Newswriter.VOCABULARY; term++) {
      searchesOf.add(new ArrayList<>());
    }
    for (int i = 0; i < searches.size(); i++) {
      for (int term : searches.get(i)) {
        searchesOf.get(term).add(i);
      }
    }
  }

  static ModelPanel of(Newswriter writer) {
    Set<List<Integer>> searches = new LinkedHashSet<>();
    for (int term = 0; term < FREQUENT; term++) {
      searches.add(List.of(term));
    }
    while (searches.size() < 2 * FREQUENT) {
      searches.add(List.of(writer.zipf()));
    }
    while (searches.size() < 3 * FREQUENT) {
      int first = writer.zipf() / 10;
      searches.add(List.of(first, first + 1 + writer.zipf() / 10));
    }
    return new ModelPanel(
        searches.stream()
            .map(terms -> terms.stream().mapToInt(Integer::intValue).toArray())
            .toList());
  }

  /// The same searches under another analysis.
  private ModelPanel renewed() {
    return new ModelPanel(
        searches.stream()
            .map(terms -> Arrays.stream(terms).map(Words::renewed).distinct().toArray())
            .toList());
  }

  /// @param before what the live generation answers
  /// @param touched ids of live articles that are replaced or gone in the candidate
  List<PanelAnswer> ask(
      List<Answer> before, List<Story> candidate, Set<Integer> touched, boolean isUpgrade) {
    List<Answer> after = isUpgrade ? renewed().answers(candidate) : answers(candidate);
    var panel = new ArrayList<PanelAnswer>();
    for (int i = 0; i < searches.size(); i++) {
      List<String> best = before.get(i).best();
      int changed = (int) best.stream().filter(id -> touched.contains(Integer.valueOf(id))).count();
      panel.add(
          new PanelAnswer(
              Arrays.toString(searches.get(i)),
              before.get(i).total(),
              after.get(i).total(),
              best,
              after.get(i).best(),
              changed,
              !isUpgrade));
    }
    return panel;
  }

  List<Answer> answers(List<Story> stories) {
    double[] rarity = rarity(stories);
    double usual = stories.stream().mapToDouble(Story::length).average().orElse(1);
    long[] totals = new long[searches.size()];
    var best = new ArrayList<PriorityQueue<Scored>>();
    for (int i = 0; i < searches.size(); i++) {
      best.add(new PriorityQueue<>(WORST_FIRST));
    }
    int[] hits = new int[searches.size()];
    double[] scores = new double[searches.size()];
    for (Story story : stories) {
      Arrays.fill(hits, 0);
      Arrays.fill(scores, 0);
      double norm = K1 * (1 - B + B * story.length() / usual);
      for (int at = 0; at < story.words().size(); at++) {
        int term = story.words().term(at);
        for (int search : searchesOf.get(term)) {
          hits[search]++;
          int count = story.words().count(at);
          scores[search] += rarity[term] * count / (count + norm);
        }
      }
      for (int i = 0; i < searches.size(); i++) {
        if (hits[i] == searches.get(i).length) {
          totals[i]++;
          keep(best.get(i), new Scored(story, scores[i]));
        }
      }
    }
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < searches.size(); i++) {
      answers.add(
          new Answer(
              totals[i],
              best.get(i).stream()
                  .sorted(WORST_FIRST.reversed())
                  .map(scored -> Integer.toString(scored.story().id()))
                  .toList()));
    }
    return answers;
  }

  private static void keep(PriorityQueue<Scored> best, Scored scored) {
    if (best.size() < BEST) {
      best.add(scored);
    } else if (WORST_FIRST.compare(scored, best.element()) > 0) {
      best.remove();
      best.add(scored);
    }
  }

  private static LocalDate dayOf(Story story) {
    LocalDate day = story.day();
    return day == null ? LocalDate.MIN : day;
  }

  private static double[] rarity(List<Story> stories) {
    int[] holders = new int[Newswriter.VOCABULARY];
    for (Story story : stories) {
      for (int at = 0; at < story.words().size(); at++) {
        holders[story.words().term(at)]++;
      }
    }
    double[] rarity = new double[holders.length];
    Arrays.setAll(
        rarity,
        term -> Math.log(1 + (stories.size() - holders[term] + 0.5) / (holders[term] + 0.5)));
    return rarity;
  }
}
