package dateline.search.engine;

import dateline.corpus.Article;
import dateline.corpus.Rights;
import dateline.corpus.Zone;
import dateline.corpus.difference.TextDifference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the versions of one article beside each other. Takes them one after the other and keeps the
/// text of two at most, so that a long story with many versions needs no room.
///
/// What its publisher took back is passed over, and so is a version that came twice in a row.
/// Rights that the current version restricts, it restricts in all: who takes a text off the page
/// does not leave it behind a link.
public final class VersionReader {
  /// Of an article with more, the latest so many are read.
  public static final int VERSIONS_MAX = 1000;

  private final Rights current;
  private final int wanted;
  private final List<ArticleVersion> versions = new ArrayList<>();
  private int number;
  private @Nullable Article before;
  private @Nullable Article found;
  private Rights allowed = Rights.LINK;
  private Map<Zone, TextDifference> differences = Map.of();

  /// @param current rights of the current version
  /// @param passed how many versions stand before the first that is read
  /// @param wanted number of the version whose text is needed; 0 for none
  public VersionReader(Rights current, int passed, int wanted) {
    this.current = current;
    this.number = passed;
    this.wanted = wanted;
  }

  /// Takes the next version, the current one last.
  ///
  /// @param whole with all its text
  public void next(Article whole) {
    if (whole.isWithdrawn() || whole.equals(before)) {
      return;
    }
    if (!versions.isEmpty()) {
      versions.add(versions.removeLast().replaced());
    }
    number++;
    versions.add(
        ArticleVersion.of(
            whole, number, before == null ? null : VersionChange.between(before, whole)));
    if (number == wanted) {
      allowed = rights(whole);
      found = allowed.shown(whole);
      differences =
          before == null
              ? Map.of()
              : VersionChange.differences(before, whole, shownWhole(before, whole));
    }
    before = whole;
  }

  /// Earliest first.
  public List<ArticleVersion> versions() {
    return List.copyOf(versions);
  }

  /// The version that was wanted; empty when there is none of its number.
  public Optional<VersionText> text() {
    Article article = found;
    return article == null
        ? Optional.empty()
        : versions.stream()
            .filter(version -> version.number() == wanted)
            .findFirst()
            .map(version -> new VersionText(versions, version, allowed, article, differences));
  }

  private Rights rights(Article version) {
    return Rights.of(version).and(current);
  }

  private Set<Zone> shownWhole(Article one, Article other) {
    var zones = new HashSet<>(rights(one).whole(one));
    zones.retainAll(rights(other).whole(other));
    return zones;
  }
}
