package dateline.search.page;

import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.VersionChange;
import dateline.search.page.VersionList.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sets the list of an article's versions, and what they put right.
final class VersionListComposer {
  private final Messages messages;
  private final Dates dates;

  VersionListComposer(Messages messages, Dates dates) {
    this.messages = messages;
    this.dates = dates;
  }

  /// Null where there is nothing to choose from.
  ///
  /// @param shown number of the one that is on the page; 0 for none
  @Nullable VersionList compose(ArticleId id, List<ArticleVersion> versions, int shown) {
    return versions.size() < 2
        ? null
        : new VersionList(versions.stream().map(version -> item(id, version, shown)).toList());
  }

  private Item item(ArticleId id, ArticleVersion version, int shown) {
    Published dated = version.dated();
    VersionChange change = version.change();
    return new Item(
        messages.of("version.name", version.number()),
        version.number() == shown ? null : Addresses.version(id, version.number()),
        dated == null ? null : dated.toString(),
        dated == null ? null : dates.moment(dated),
        version.isCurrent(),
        change == null ? null : sentence(change),
        version.correction());
  }

  /// What a version changed, in short.
  String sentence(VersionChange change) {
    if (change.parts().isEmpty()) {
      return messages.of("version.change.none");
    }
    String parts =
        change.parts().stream()
            .map(part -> messages.of("part." + part.label()))
            .collect(Collectors.joining(", "));
    return change.wordsAdded() + change.wordsRemoved() == 0
        ? messages.of("version.change", parts)
        : messages.of("version.change.words", parts, change.wordsAdded(), change.wordsRemoved());
  }

  /// What the versions put right up to one of them, latest first: a later version may carry the
  /// notes of earlier ones on, or not.
  ///
  /// @param own what the version on the page says itself; null for nothing
  /// @param versions up to that one
  List<Correction> corrections(@Nullable String own, List<ArticleVersion> versions) {
    var corrections = new ArrayList<Correction>();
    Set<String> told = new HashSet<>();
    if (own != null) {
      corrections.add(new Correction(own, null));
      told.add(own);
    }
    for (ArticleVersion version : versions.reversed()) {
      String note = version.correction();
      if (note != null && told.add(note)) {
        Published dated = version.dated();
        corrections.add(
            new Correction(
                note,
                dated == null
                    ? messages.of("version.name", version.number())
                    : dates.moment(dated)));
      }
    }
    return corrections;
  }
}
