package dateline.index.night;

import dateline.corpus.store.Arrivals;
import dateline.index.night.Haul.Change;
import dateline.index.night.Sample.Expected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Does a [Fault] of some size to a night. Which source, field and articles it hits is drawn.
final class Damage {
  /// The shares that may not be damaged unnoticed.
  private static final double ARCHIVE = 0.05;

  private static final double SMALL_ARCHIVE = 0.5;
  private static final long SMALL_FROM = 20;
  private static final long ARCHIVE_FROM = 200;

  private static final double SOURCE = 0.5;
  private static final long SOURCE_FROM = 20;

  /// Up to so many times the expected articles are great news rather than a flood.
  private static final double NEWS = 2;

  private static final List<Story.Field> FIELDS = List.of(Story.Field.values());

  private final Sample sample;
  private final double size;
  private final Dice dice;

  private Damage(Sample sample, double size, long draw) {
    this.sample = sample;
    this.size = size;
    dice = new Dice(new SplittableRandom(draw));
  }

  /// @param mustBeRefused whether it damages 5 % of an archive of 200 articles and more, half of a
  ///   smaller one of 20 and more, or half of the articles expected from a source that brought 20
  ///   or more in each of the nights on that weekday in the past four weeks. Half of them is
  ///   missing when at most half of them comes. An archive younger than four weeks has no such
  ///   past: what is missing or shifted in its new articles need not be noticed, nor missing
  ///   bylines that [only make up for luck][#spared] or are those of a source without [a
  ///   habit][#hasHabit].
  record DamagedNight(Night night, boolean mustBeRefused) {}

  static DamagedNight of(Fault fault, double size, Sample sample, long draw) {
    var damage = new Damage(sample, size, draw);
    return switch (fault) {
      case SOURCE_MISSING -> damage.missing(Set.of(damage.victim()), false);
      case REJECTED -> damage.missing(damage.sources(), true);
      case DATES_SHIFTED -> damage.shifted();
      case FIELD_EMPTY -> damage.emptied(Set.of(damage.victim()));
      case FIELD_EMPTY_EVERYWHERE -> damage.emptied(damage.sources());
      case ARCHIVE_SHIFTED -> damage.archiveShifted();
      case ARCHIVE_FIELD_EMPTY -> damage.archiveEmptied();
      case ANALYZER_ARTICLES -> damage.analyzerArticles();
      case ANALYZER_WORDS -> damage.analyzerWords();
      case ANALYZER_NEW -> damage.analyzerNew();
      case ABSENT, LOST, WITHDRAWN -> damage.gone(fault);
      case FLOOD -> damage.flood();
    };
  }

  private DamagedNight missing(Set<Newspaper> from, boolean isRead) {
    List<Story> gone = part(added(from::contains), size);
    var left = new ArrayList<>(sample.tonight().added());
    left.removeAll(new HashSet<>(gone));
    Night night = sample.night(sample.tonight().withAdded(left, isRead ? gone.size() : 0));
    boolean must =
        from.stream()
                .anyMatch(
                    source -> isHalf(source, expected -> expected.articles() - count(left, source)))
            || (isRead && isPartOfArchive(gone.size()));
    return new DamagedNight(night, must && !isEmpty(night));
  }

  /// An empty delivery leaves all as it was. That is worth a warning, and no damage.
  private static boolean isEmpty(Night night) {
    return night.tonight().read() == 0;
  }

  private DamagedNight shifted() {
    int days = dice.oneOf(List.of(-365, -30, -2, -1, 1, 2, 30, 365));
    Newspaper source = victim();
    List<Story> hit = part(added(source::equals), size);
    boolean must =
        isHalf(source, _ -> hit.size())
            || (sample.isGrownUp() && !isCatchUp() && isPartOfArchive(hit.size()));
    return new DamagedNight(sample.night(rewritten(hit, story -> story.shifted(days))), must);
  }

  private DamagedNight emptied(Set<Newspaper> from) {
    Story.Field field = dice.oneOf(FIELDS);
    List<Story> having = added(from::contains).stream().filter(story -> story.has(field)).toList();
    List<Story> hit = part(having, size);
    long damaged =
        field == Story.Field.BYLINE && !sample.isGrownUp()
            ? hit.stream().filter(story -> hasHabit(story.source())).count() - spared()
            : hit.size();
    boolean must =
        isPartOfArchive(isSmall() ? Math.min(damaged, known(hit)) : damaged)
            || from.stream().anyMatch(source -> isHalf(source, _ -> count(hit, source)));
    return new DamagedNight(sample.night(rewritten(hit, story -> story.without(field))), must);
  }

  /// Whether a source has brought enough to have a habit of leaving bylines out.
  private boolean hasHabit(Newspaper source) {
    long added =
        sample.past().stream()
            .flatMap(run -> run.arrivals().stream())
            .filter(arrivals -> arrivals.source().equals(source.name()))
            .mapToLong(Arrivals::added)
            .sum();
    return added >= SOURCE_FROM;
  }

  /// How many fewer of tonight's articles lack a byline than their sources' habits lead to expect:
  /// where one night is much of an archive, damage that brings a lucky night back to the usual is
  /// told by nothing that the judge is given.
  private long spared() {
    double usual = 0;
    long lacking = 0;
    for (Story story : sample.tonight().added()) {
      usual += story.source().noByline();
      lacking += story.has(Story.Field.BYLINE) ? 0 : 1;
    }
    return Math.max(0, Math.round(usual) - lacking);
  }

  /// A small archive is often begun with one source after another, of whatever kind.
  private long known(List<Story> stories) {
    Set<Newspaper> sources = new HashSet<>();
    sample.live().forEach(story -> sources.add(story.source()));
    return stories.stream().filter(story -> sources.contains(story.source())).count();
  }

  private DamagedNight archiveShifted() {
    int days = dice.oneOf(List.of(-365, -1, 1, 30));
    return redelivered(story -> story.has(Story.Field.DATE), story -> story.shifted(days));
  }

  private DamagedNight archiveEmptied() {
    Story.Field field = dice.oneOf(FIELDS);
    return redelivered(story -> story.has(field), story -> story.without(field));
  }

  private DamagedNight redelivered(Predicate<Story> can, UnaryOperator<Story> damage) {
    var changed = new ArrayList<>(sample.tonight().changed());
    Set<Story> taken = new HashSet<>(sample.tonight().withdrawn());
    taken.addAll(sample.tonight().absent());
    taken.addAll(sample.tonight().embargoed());
    changed.forEach(change -> taken.add(change.before()));
    List<Story> left =
        sample.live().stream().filter(can).filter(story -> !taken.contains(story)).toList();
    List<Story> hit = some(left, (int) Math.ceil(size * sample.live().size()));
    hit.forEach(story -> changed.add(new Change(story, damage.apply(story))));
    return new DamagedNight(
        sample.night(sample.tonight().withChanged(changed)), isPartOfArchive(hit.size()));
  }

  /// Where the loss is not hidden by what came.
  private DamagedNight analyzerArticles() {
    Set<Integer> hit = new HashSet<>();
    some(sample.live(), (int) Math.ceil(size * sample.live().size()))
        .forEach(story -> hit.add(story.id()));
    return new DamagedNight(
        sample.night(
            sample.tonight(), story -> hit.contains(story.id()) ? story.with(Words.NONE) : story),
        isPartOfArchive(hit.size()) && !isHidden(hit.size()) && !isBlind());
  }

  /// In a young archive a night may add more than was lost. Totals then rise all the same, and
  /// nothing that the judge is given tells the two apart.
  private boolean isHidden(long damaged) {
    return !sample.isGrownUp() && damaged <= sample.tonight().added().size();
  }

  /// An article is damaged when it loses a fourth of its words, which is when searches for what it
  /// is about begin to miss it.
  private DamagedNight analyzerWords() {
    var lost = new BitSet();
    for (int term = 0; term < Newswriter.VOCABULARY; term++) {
      lost.set(term, dice.hits(size));
    }
    long damaged =
        sample.live().stream()
            .filter(story -> 4 * story.words().lacking(lost).size() <= 3 * story.words().size())
            .count();
    return new DamagedNight(
        sample.night(sample.tonight(), story -> story.with(story.words().lacking(lost))),
        isPartOfArchive(damaged) && !isBlind());
  }

  private DamagedNight analyzerNew() {
    Set<Integer> hit = new HashSet<>();
    part(sample.tonight().added(), size).forEach(story -> hit.add(story.id()));
    return new DamagedNight(
        sample.night(
            sample.tonight(), story -> hit.contains(story.id()) ? story.with(Words.NONE) : story),
        isPartOfArchive(hit.size()) && !isSmall());
  }

  /// In a small archive searches find few articles, and say nothing of new ones. On a night that
  /// analyses anew, or brings more than there were, other totals prove nothing of the known ones.
  private boolean isBlind() {
    return isSmall()
        && (sample.isUpgrade() || sample.tonight().added().size() > sample.live().size());
  }

  private DamagedNight gone(Fault fault) {
    Haul tonight = sample.tonight();
    Set<Story> taken = new HashSet<>(tonight.withdrawn());
    taken.addAll(tonight.absent());
    taken.addAll(tonight.embargoed());
    List<Story> left = sample.live().stream().filter(story -> !taken.contains(story)).toList();
    List<Story> gone = some(left, (int) Math.ceil(size * sample.live().size()));
    Haul haul =
        switch (fault) {
          case ABSENT ->
              tonight.without(
                  tonight.withdrawn(),
                  joined(tonight.absent(), gone),
                  tonight.embargoed(),
                  List.of());
          case WITHDRAWN ->
              tonight.without(
                  joined(tonight.withdrawn(), gone),
                  tonight.absent(),
                  tonight.embargoed(),
                  List.of());
          default ->
              tonight.without(tonight.withdrawn(), tonight.absent(), tonight.embargoed(), gone);
        };
    return new DamagedNight(sample.night(haul), isPartOfArchive(gone.size()));
  }

  /// Old articles of the archive's own words, dated tonight.
  private DamagedNight flood() {
    Newspaper source = victim();
    List<Story> own = added(source::equals);
    Expected expected = sample.expected().get(source);
    double usual = expected == null ? own.size() : expected.articles();
    int count = (int) Math.max(0, Math.round(size * usual) - own.size());
    var added = new ArrayList<>(sample.tonight().added());
    int id = 10_000_000;
    for (int i = 0; i < count && !own.isEmpty(); i++) {
      added.add(dice.oneOf(own).numbered(id++));
    }
    return new DamagedNight(
        sample.night(sample.tonight().withAdded(added, 0)),
        size > NEWS && expected != null && isPartOfArchive(count) && !isSmall());
  }

  private Haul rewritten(List<Story> hit, UnaryOperator<Story> damage) {
    Set<Story> damaged = new HashSet<>(hit);
    return sample
        .tonight()
        .withAdded(
            sample.tonight().added().stream()
                .map(story -> damaged.contains(story) ? damage.apply(story) : story)
                .toList(),
            0);
  }

  private boolean isPartOfArchive(long damaged) {
    int live = sample.live().size();
    return isSmall()
        ? live >= SMALL_FROM && damaged >= SMALL_ARCHIVE * live
        : damaged >= ARCHIVE * live;
  }

  private boolean isSmall() {
    return sample.live().size() < ARCHIVE_FROM;
  }

  /// After nights without a run, a shift by as many days is no wonder.
  private boolean isCatchUp() {
    return Duration.between(sample.past().getLast().started(), sample.clock()).toHours() > 36;
  }

  private boolean isHalf(Newspaper source, Function<Expected, Number> damaged) {
    Expected expected = sample.expected().get(source);
    return expected != null
        && expected.least() >= SOURCE_FROM
        && damaged.apply(expected).doubleValue() >= SOURCE * expected.articles();
  }

  /// Every other time a source that brings much.
  private Newspaper victim() {
    List<Newspaper> sources = new ArrayList<>(sources());
    if (sources.isEmpty()) {
      return sample.live().getFirst().source();
    }
    if (dice.hits(0.5)) {
      List<Newspaper> large =
          sources.stream()
              .filter(source -> {
                Expected expected = sample.expected().get(source);
                return expected != null && expected.least() >= SOURCE_FROM;
              })
              .toList();
      sources = large.isEmpty() ? sources : large;
    }
    return dice.oneOf(sources);
  }

  /// Tonight's sources, by name.
  private Set<Newspaper> sources() {
    var sources = new TreeMap<String, Newspaper>();
    sample.tonight().added().forEach(story -> sources.put(story.source().name(), story.source()));
    return new LinkedHashSet<>(sources.values());
  }

  private List<Story> added(Predicate<Newspaper> from) {
    return sample.tonight().added().stream().filter(story -> from.test(story.source())).toList();
  }

  private static long count(Collection<Story> stories, Newspaper source) {
    return stories.stream().filter(story -> story.source().equals(source)).count();
  }

  private List<Story> part(List<Story> stories, double share) {
    return some(stories, (int) Math.ceil(share * stories.size()));
  }

  private List<Story> some(List<Story> stories, int count) {
    var left = new ArrayList<>(stories);
    int hit = Math.min(count, left.size());
    for (int i = 0; i < hit; i++) {
      int other = i + dice.random().nextInt(left.size() - i);
      Story story = left.get(other);
      left.set(other, left.get(i));
      left.set(i, story);
    }
    return List.copyOf(left.subList(0, hit));
  }

  private static List<Story> joined(List<Story> some, List<Story> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
