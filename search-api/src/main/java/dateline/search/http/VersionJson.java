package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The versions of an article as they go over the wire, in snake case.
final class VersionJson {
  private VersionJson() {}

  /// All versions that may be read.
  ///
  /// @param id of the article
  /// @param url of its page on this server
  /// @param versions earliest first
  record All(String id, String url, List<Version> versions) {}

  /// @param url of its page on this server
  /// @param current whether it is the one that a search finds
  /// @param version the publisher's own number or name of it
  /// @param changed null for the first
  record Version(
      int number,
      String url,
      boolean current,
      @Nullable String version,
      @Nullable String headline,
      @Nullable String published,
      @Nullable String modified,
      @Nullable String correction,
      @Nullable Changed changed) {}

  /// What is different from the version before.
  ///
  /// @param fields names as in the article
  record Changed(List<String> fields, int wordsAdded, int wordsRemoved) {}

  /// One version to be read.
  ///
  /// @param difference from the version before, by fields whose text may be shown as a whole
  record One(
      String id, Version version, ArticleJson article, List<Difference> difference, Links links) {}

  /// @param runs what is equal and deleted is the text before, what is equal and inserted the text
  ///   of this version
  record Difference(String field, List<Run> runs) {}

  /// @param op `equal`, `insert` or `delete`
  record Run(String op, String text) {}

  /// Addresses of this API.
  ///
  /// @param previous absent for the first
  /// @param next absent for the current one
  record Links(
      String self,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String previous,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next,
      String current) {}
}
