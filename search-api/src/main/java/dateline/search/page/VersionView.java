package dateline.search.page;

import dateline.search.page.SearchView.Switch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of an article as it is read.
///
/// @param notice says which version it is
/// @param current leads to the article as it is now
/// @param compared says with which version it is compared; null for the first and where nothing is
///   marked
/// @param marks shows it with or without marks of what changed; null where nothing can be marked
/// @param change what it changed, as a sentence; null for the first
/// @param published for machines; null when unknown, and then so is `date`
/// @param original where its publisher shows it; null unless a web address
public record VersionView(
    Frame frame,
    String notice,
    Switch current,
    @Nullable String compared,
    @Nullable Switch marks,
    @Nullable String change,
    @Nullable String language,
    List<Mark> headline,
    List<Mark> subhead,
    List<Mark> lead,
    List<Mark> byline,
    List<Mark> dateline,
    String source,
    @Nullable String published,
    @Nullable String date,
    @Nullable String original,
    List<Correction> corrections,
    List<List<Mark>> paragraphs,
    @Nullable RightsNote rights,
    @Nullable VersionList versions) {
  public VersionView {
    headline = List.copyOf(headline);
    subhead = List.copyOf(subhead);
    lead = List.copyOf(lead);
    byline = List.copyOf(byline);
    dateline = List.copyOf(dateline);
    corrections = List.copyOf(corrections);
    paragraphs = paragraphs.stream().map(List::copyOf).toList();
  }
}
