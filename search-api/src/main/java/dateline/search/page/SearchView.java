package dateline.search.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of results as it is shown: every text finished, every link a path of this server.
///
/// @param total how many articles match, as a sentence
/// @param fold folds reprints or shows each of them; null where there are none
/// @param reading what plain words were taken to ask; null when the query has none
/// @param spelling null where none is proposed
/// @param about pages of the people, places, organisations and issues that are selected
/// @param unconditioned the search without all that the chips say; null when one chip does that
/// @param facets those by which the search can be narrowed
/// @param histogram null when all hits lie in one bar
/// @param sorts orders to choose from; empty when there is nothing to order
/// @param pager null when there is one page
/// @param files the whole result in other forms; empty when there is none
/// @param feed its newest hits as an Atom feed
/// @param dead null when there are hits
public record SearchView(
    Frame frame,
    String total,
    @Nullable Switch fold,
    @Nullable String reading,
    @Nullable Spelling spelling,
    List<Warning> warnings,
    List<Chip> chips,
    @Nullable String unconditioned,
    List<Switch> about,
    List<FacetView> facets,
    @Nullable Histogram histogram,
    List<Choice> sorts,
    List<HitView> hits,
    @Nullable Pager pager,
    List<Switch> files,
    String feed,
    @Nullable DeadEnd dead) {
  public SearchView {
    warnings = List.copyOf(warnings);
    chips = List.copyOf(chips);
    about = List.copyOf(about);
    facets = List.copyOf(facets);
    sorts = List.copyOf(sorts);
    hits = List.copyOf(hits);
    files = List.copyOf(files);
  }

  /// Something in the search that was passed over.
  ///
  /// @param suggestion what was probably meant; null without a good guess, and then so is `href`
  public record Warning(String message, @Nullable String suggestion, @Nullable String href) {}

  /// A spelling of the query that finds more.
  ///
  /// @param total how many articles it finds, as a sentence
  public record Spelling(String text, String total, String href) {}

  /// A condition that holds, with the link that lifts it.
  public record Chip(String label, String href, String removal) {}

  /// One of several ways to show the same.
  public record Choice(String label, String href, boolean isCurrent) {}

  /// A link that changes the search.
  ///
  /// @param spoken what it does, for those who hear the page; null when the label says it
  public record Switch(String label, String href, @Nullable String spoken) {}

  /// @param more lists the values that are not there, or leaves them out again; null for neither
  public record FacetView(
      String id, String title, List<FacetItem> items, @Nullable Switch more, boolean isOpen) {
    public FacetView {
      items = List.copyOf(items);
    }
  }

  /// @param id of the checkbox in the page
  /// @param level how many wider values stand above it, 0 to [FacetTree#LEVEL_MAX]
  /// @param spoken label, wider value and count in one, for those who hear the page
  /// @param change the search with this value added or lifted
  /// @param exclusion the search without articles that have the value; null where there is a
  ///   condition on it already
  public record FacetItem(
      String id,
      int level,
      String name,
      String value,
      String label,
      String count,
      String spoken,
      boolean isSelected,
      boolean isExcluded,
      Switch change,
      @Nullable Switch exclusion) {}

  /// @param published for machines; null when unknown, and then so is `date`
  /// @param tags entities that the article is about
  /// @param copies lists the near-identical articles that are folded behind it; null for none
  public record HitView(
      String href,
      String headline,
      @Nullable String published,
      @Nullable String date,
      String source,
      @Nullable String section,
      @Nullable String byline,
      @Nullable String dateline,
      @Nullable String language,
      List<List<Piece>> snippets,
      List<Tag> tags,
      @Nullable Switch copies) {
    public HitView {
      snippets = List.copyOf(snippets);
      tags = List.copyOf(tags);
    }

    /// With its first snippet alone.
    HitView brief() {
      return new HitView(
          href,
          headline,
          published,
          date,
          source,
          section,
          byline,
          dateline,
          language,
          snippets.subList(0, Math.min(1, snippets.size())),
          tags,
          copies);
    }
  }

  /// @param kind style class of the kind of entity
  /// @param count how many articles; null where that is not known
  /// @param title what a reader finds there, with the kind of entity
  public record Tag(String kind, String label, @Nullable String count, String href, String title) {}

  /// @param previous null on the first page
  /// @param next null on the last page that can be shown
  /// @param position `Page 2 of 7`
  public record Pager(
      @Nullable String previous, @Nullable String next, List<PageLink> pages, String position) {
    public Pager {
      pages = List.copyOf(pages);
    }
  }

  public record PageLink(String number, String href, String spoken, boolean isCurrent) {}

  /// What to say when nothing matches.
  ///
  /// @param absentWords a sentence; null when every word occurs somewhere
  /// @param relaxed searches without what is to blame; empty when nothing single is
  public record DeadEnd(@Nullable String absentWords, List<Relaxed> relaxed) {
    public DeadEnd {
      relaxed = List.copyOf(relaxed);
    }
  }

  /// @param label what is left out
  /// @param total how many articles are found then, as a sentence
  public record Relaxed(String label, String total, String href) {}
}
