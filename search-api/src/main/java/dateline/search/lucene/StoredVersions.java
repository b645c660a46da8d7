package dateline.search.lucene;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import dateline.corpus.Rights;
import dateline.corpus.store.ArchiveReader;
import dateline.index.generation.Manifest;
import dateline.index.language.ArticleLanguage;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.Gone;
import dateline.search.engine.VersionReader;
import dateline.search.engine.VersionText;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The versions of an article that a generation knows of: those of its runs that were under no
/// embargo when it was built, up to the one that it holds.
final class StoredVersions {
  private final ArticleRows rows;
  private final Manifest manifest;
  private final ArchiveReader archive;
  private final Instant now;

  StoredVersions(OpenGeneration generation, ArchiveReader archive, Instant now) {
    this.rows = new ArticleRows(generation);
    this.manifest = generation.generation().manifest();
    this.archive = archive;
    this.now = now;
  }

  List<ArticleVersion> all(ArticleId id) throws IOException {
    return read(id, 0).map(VersionReader::versions).orElse(List.of());
  }

  Optional<VersionText> one(ArticleId id, int number) throws IOException {
    return read(id, number).flatMap(VersionReader::text);
  }

  /// Why an article is gone that the generation does not hold, as far as its versions tell.
  Optional<Gone> gone(ArticleId id) throws IOException {
    if (rows.numberOf(id).isPresent()) {
      return Optional.empty();
    }
    List<Long> known = archive.versions(id, manifest.runs(), now);
    Optional<Article> latest =
        known.isEmpty() ? Optional.empty() : archive.version(known.getLast());
    return latest.flatMap(article -> {
      Published expires = article.expires();
      if (article.isWithdrawn()) {
        return Optional.of(
            new Gone(
                Gone.Way.WITHDRAWN,
                null,
                article.isAbsent()
                    ? "its source no longer delivers it"
                    : "taken back by its publisher"));
      }
      return expires != null && article.isExpiredAt(now)
          ? Optional.of(new Gone(Gone.Way.EXPIRED, expires.firstDay(ZoneOffset.UTC), ""))
          : Optional.empty();
    });
  }

  private Optional<VersionReader> read(ArticleId id, int wanted) throws IOException {
    OptionalInt row = rows.numberOf(id);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    long current = rows.sequence(row.getAsInt());
    Optional<Article> whole = archive.version(current).map(ArticleLanguage::named);
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    List<Long> earlier = earlier(id, current);
    int passed = Math.max(0, earlier.size() + 1 - VersionReader.VERSIONS_MAX);
    var reader = new VersionReader(Rights.of(whole.get()), passed, wanted);
    for (long sequence : earlier.subList(passed, earlier.size())) {
      archive
          .version(sequence)
          .map(ArticleLanguage::named)
          .filter(version -> !version.isEmbargoedAt(now))
          .ifPresent(reader::next);
    }
    reader.next(whole.get());
    return Optional.of(reader);
  }

  private List<Long> earlier(ArticleId id, long current) throws IOException {
    Instant built = manifest.lineage().asOf();
    List<Long> known = archive.versions(id, manifest.runs(), built.isBefore(now) ? built : now);
    return known.subList(0, Math.max(0, known.indexOf(current)));
  }
}
