package dateline.corpus.invent;

import java.util.List;
import java.util.SplittableRandom;

/// Draws the words of running text. It grows by Heaps' law: after t words it knows K·t^β, and the
/// word that makes it grow is a new one. Known words are drawn by their rank, with 1/rank up to
/// [#BEND] and 1/rank^(1/β) beyond (two regimes: Ferrer i Cancho and Solé, J. Quantitative
/// Linguistics 2001; the link between the exponents: van Leijenhorst and van der Weide 2005).
///
/// It holds two numbers, however large it grows.
final class Vocabulary {
  /// Fitted on headlines and bodies of Reuters-21578: β = .52, K = 21 over 1.8 million words, of
  /// which the part that names do not take is left here. `InventedArticlesTest` fits both again.
  static final double K = 18;

  static final double BETA = 0.52;

  /// Where Reuters-21578 leaves 1/rank.
  private static final double BEND = 3000;

  /// Known from the start, or the first article would be new words alone.
  private static final int FIRST = 1000;

  private static final double TAIL = 1 / BETA;

  /// The most frequent words of English news, the most frequent first.
  static final List<String> FUNCTION_WORDS =
      List.of(
          ("the of to in said and a for on it is that by at from was be with he has will would as"
                  + " its an were which have not or had are but this also one two been his last"
                  + " about their they after who we more other some new there year could if no than"
                  + " up into out first when all three because under over against between only may"
                  + " any most while during such what time should made make do so can these those"
                  + " since before now still both where then through her she our you them him how"
                  + " just very being did within without")
              .split(" "));

  private final SplittableRandom random;
  private long drawn;
  private int known = FIRST;

  Vocabulary(SplittableRandom random) {
    this.random = random;
  }

  String next() {
    drawn++;
    if (known < K * Math.pow((double) drawn, BETA)) {
      known++;
      return word(known);
    }
    return word(rank());
  }

  /// @param rank 1 for the most frequent
  static String word(int rank) {
    return rank <= FUNCTION_WORDS.size()
        ? FUNCTION_WORDS.get(rank - 1)
        : InventedWord.of(rank - FUNCTION_WORDS.size() - 1L);
  }

  /// Inverts the summed distribution of ranks, taken as continuous from 1 to what is known.
  private int rank() {
    double head = Math.log(Math.min(BEND, known + 1.0));
    double tail = known < BEND ? 0 : (1 - Math.pow((known + 1) / BEND, 1 - TAIL)) / (TAIL - 1);
    double mass = random.nextDouble() * (head + tail);
    double rank =
        mass < head
            ? Math.exp(mass)
            : BEND * Math.pow(1 - (mass - head) * (TAIL - 1), 1 / (1 - TAIL));
    return Math.clamp((long) rank, 1, known);
  }
}
