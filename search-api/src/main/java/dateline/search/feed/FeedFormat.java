package dateline.search.feed;

import java.util.Arrays;
import java.util.Optional;

/// A format of feeds.
public enum FeedFormat {
  ATOM("atom", "application/atom+xml; charset=utf-8"),
  RSS("rss", "application/rss+xml; charset=utf-8"),
  JSON("feed.json", "application/feed+json");

  private final String suffix;
  private final String mediaType;

  FeedFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /// How addresses of such feeds end, without the dot.
  public String suffix() {
    return suffix;
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<FeedFormat> of(String suffix) {
    return Arrays.stream(values()).filter(format -> format.suffix.equals(suffix)).findFirst();
  }

  public byte[] write(Feed feed) {
    return switch (this) {
      case ATOM -> AtomWriter.write(feed);
      case RSS -> RssWriter.write(feed);
      case JSON -> JsonFeedWriter.write(feed);
    };
  }
}
