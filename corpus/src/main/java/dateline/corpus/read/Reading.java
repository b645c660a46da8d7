package dateline.corpus.read;

import dateline.corpus.Article;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What became of one piece of a delivery.
public sealed interface Reading {
  Place where();

  /// @param warnings what was repaired or left out, one sentence each
  /// @param unknownFields names that the format does not define; their values are in the article's
  ///   details
  record Accepted(Place where, Article article, List<String> warnings, Set<String> unknownFields)
      implements Reading {
    public Accepted {
      warnings = List.copyOf(warnings);
      unknownFields = Set.copyOf(unknownFields);
    }
  }

  /// @param reason in an editor's words, with the next step where there is one
  /// @param bytes what was rejected, at most [#BYTES_MAX] from its start; for a whole file its
  ///   first bytes, unpacked
  @SuppressWarnings("ArrayRecordComponent") // equality is defined below, by content
  record Rejected(Place where, String reason, byte[] bytes) implements Reading {
    /// One mebibyte: any real article, and no more than a quarantine can hold by the thousand.
    public static final int BYTES_MAX = 1 << 20;

    public Rejected {
      bytes = Arrays.copyOf(bytes, Math.min(bytes.length, BYTES_MAX));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Rejected(var otherPlace, var otherReason, var otherBytes)
          && where.equals(otherPlace)
          && reason.equals(otherReason)
          && Arrays.equals(bytes, otherBytes);
    }

    @Override
    public int hashCode() {
      return Objects.hash(where, reason, Arrays.hashCode(bytes));
    }

    /// As a report prints it.
    @Override
    public String toString() {
      return where + ": rejected, " + reason;
    }
  }
}
