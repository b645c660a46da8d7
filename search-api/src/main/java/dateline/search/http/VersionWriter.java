package dateline.search.http;

import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import dateline.corpus.Zone;
import dateline.corpus.difference.TextDifference;
import dateline.search.engine.ArticlePart;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.VersionChange;
import dateline.search.engine.VersionText;
import dateline.search.page.Addresses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the versions of an article into what goes over the wire.
final class VersionWriter {
  private final ArticleWriter articles;
  private final Links links;

  VersionWriter(ArticleWriter articles, Links links) {
    this.articles = articles;
    this.links = links;
  }

  VersionJson.All all(ArticleId id, List<ArticleVersion> versions) {
    return new VersionJson.All(
        id.value(),
        links.to(Addresses.article(id)),
        versions.stream().map(version -> version(id, version)).toList());
  }

  VersionJson.One one(VersionText text) {
    ArticleId id = text.article().id();
    return new VersionJson.One(
        id.value(),
        version(id, text.version()),
        articles.write(text.article(), text.rights()),
        differences(text.differences()),
        links(id, text));
  }

  private VersionJson.Links links(ArticleId id, VersionText text) {
    int number = text.version().number();
    int first = text.all().getFirst().number();
    int last = text.all().getLast().number();
    return new VersionJson.Links(
        address(id, number),
        number > first ? address(id, number - 1) : null,
        number < last ? address(id, number + 1) : null,
        address(id, last));
  }

  private String address(ArticleId id, int number) {
    return links.to("/api/v1/articles/" + Addresses.encoded(id.value()) + "/versions/" + number);
  }

  private VersionJson.Version version(ArticleId id, ArticleVersion version) {
    return new VersionJson.Version(
        version.number(),
        links.to(Addresses.version(id, version.number())),
        version.isCurrent(),
        version.name(),
        version.headline(),
        written(version.published()),
        written(version.modified()),
        version.correction(),
        changed(version.change()));
  }

  private static VersionJson.@Nullable Changed changed(@Nullable VersionChange change) {
    return change == null
        ? null
        : new VersionJson.Changed(
            change.parts().stream().map(ArticlePart::label).toList(),
            change.wordsAdded(),
            change.wordsRemoved());
  }

  private static List<VersionJson.Difference> differences(Map<Zone, TextDifference> differences) {
    return differences.entrySet().stream()
        .map(each -> new VersionJson.Difference(each.getKey().label(), runs(each.getValue())))
        .toList();
  }

  static List<VersionJson.Run> runs(TextDifference difference) {
    return difference.runs().stream().map(VersionWriter::run).toList();
  }

  private static VersionJson.Run run(TextDifference.Run run) {
    return new VersionJson.Run(run.kind().name().toLowerCase(Locale.ROOT), run.text());
  }

  private static @Nullable String written(@Nullable Published date) {
    return date == null ? null : date.toString();
  }
}
