package dateline.search.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A file format of results.
public enum ExportFormat {
  /// RFC 4180, in UTF-8, with a line of names.
  CSV("text/csv; charset=utf-8; header=present"),
  /// JSON Lines: an object for each article.
  JSONL("application/x-ndjson"),
  /// For reference managers, as Zotero and EndNote read it.
  RIS("application/x-research-info-systems"),
  /// For LaTeX.
  BIB("application/x-bibtex");

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /// How names of such files end, without the dot.
  public String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ExportFormat> of(String suffix) {
    return Arrays.stream(values()).filter(format -> format.suffix().equals(suffix)).findFirst();
  }

  /// Whether columns can be chosen; citations have fields of their own.
  public boolean hasColumns() {
    return this == CSV || this == JSONL;
  }
}
