package dateline.search.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import org.eclipse.jetty.compression.brotli.BrotliCompression;
import org.eclipse.jetty.compression.brotli.BrotliEncoderConfig;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;

/// Compresses answers for clients that accept Brotli or gzip. Bodies of requests are never
/// unpacked, since a small one can hold gigabytes.
final class Compression {
  /// Below this, the headers of an answer outweigh what is saved.
  private static final int BYTES_MIN = 1024;

  /// Of 0 to 11. At 4, Brotli takes as long as gzip does and saves more; higher ones take several
  /// times as long.
  private static final int BROTLI_QUALITY = 4;

  private Compression() {}

  private static BrotliCompression brotli() {
    var brotli = new BrotliCompression();
    brotli.setMinCompressSize(BYTES_MIN);
    var quality = new BrotliEncoderConfig();
    quality.setCompressionLevel(BROTLI_QUALITY);
    brotli.setDefaultEncoderConfig(quality);
    return brotli;
  }

  static CompressionHandler handler() {
    var gzip = new GzipCompression();
    gzip.setMinCompressSize(BYTES_MIN);
    var handler = new CompressionHandler();
    if (Brotli4jLoader.isAvailable()) { // on other machines than those it is built for, it is not
      handler.putCompression(brotli());
    }
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
