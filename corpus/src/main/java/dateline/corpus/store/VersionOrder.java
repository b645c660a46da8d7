package dateline.corpus.store;

import dateline.corpus.Article;

/// Which of two versions of an article is the later one: by the publisher's number, then by the
/// time of its change, then by arrival. So the order in which versions arrive decides nothing where
/// their publisher says which is which.
///
/// What a version does not say it takes from the latest one that the archive had as it arrived: a
/// publisher who stops to number goes on behind the last number. A first version that was never
/// changed counts from its publication.
///
/// @param modified in seconds from 1970
/// @param sequence the store's number
record VersionOrder(long number, long modified, long sequence) implements Comparable<VersionOrder> {
  static final VersionOrder NONE = new VersionOrder(0, Long.MIN_VALUE, 0);

  /// Later versions first, in SQL.
  static final String LATEST_FIRST = " number DESC, modified DESC, sequence DESC ";

  static final String EARLIEST_FIRST = " number, modified, sequence ";

  /// Of a version that arrives now.
  ///
  /// @param latest that the archive has of the article, or [#NONE]
  static VersionOrder of(Article article, VersionOrder latest) {
    long number = article.versionNumber();
    Long modified = ArchiveTables.seconds(article.modified());
    if (modified == null && latest.equals(NONE)) {
      modified = ArchiveTables.seconds(article.published());
    }
    return new VersionOrder(
        number == 0 ? latest.number : number,
        modified == null ? latest.modified : modified,
        Long.MAX_VALUE);
  }

  @Override
  public int compareTo(VersionOrder other) {
    int order = Long.compare(number, other.number);
    order = order != 0 ? order : Long.compare(modified, other.modified);
    return order != 0 ? order : Long.compare(sequence, other.sequence);
  }
}
