package dateline.search.http;

import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;

/// Compresses answers for clients that accept gzip. Bodies of requests are never unpacked, since a
/// small one can hold gigabytes.
final class Compression {
  /// Below this, the headers of an answer outweigh what is saved.
  private static final int BYTES_MIN = 1024;

  private Compression() {}

  static CompressionHandler handler() {
    var gzip = new GzipCompression();
    gzip.setMinCompressSize(BYTES_MIN);
    var handler = new CompressionHandler();
    handler.putCompression(gzip);
    handler.putConfiguration(
        "/*",
        CompressionConfig.builder()
            .compressIncludeMethod("GET")
            .compressIncludeMethod("POST")
            .compressIncludeMimeType("text/html")
            .compressIncludeMimeType("text/css")
            .compressIncludeMimeType("text/javascript")
            .compressIncludeMimeType("application/json")
            .compressIncludeMimeType("text/csv")
            .compressIncludeMimeType("application/x-ndjson")
            .compressIncludeMimeType("application/x-research-info-systems")
            .compressIncludeMimeType("application/x-bibtex")
            .compressIncludeMimeType("application/atom+xml")
            .compressIncludeMimeType("application/rss+xml")
            .compressIncludeMimeType("application/feed+json")
            .compressIncludeMimeType("text/xml")
            .decompressExcludePath("/*")
            .build());
    return handler;
  }
}
