package dateline.search.http;

import dateline.search.engine.Hit;
import dateline.search.page.Addresses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stories of one event, as they go over the wire in snake case.
///
/// @param article id of the one that was asked for
/// @param articles oldest first and undated last, that one among them
record ThreadJson(String article, List<Item> articles) {

  record Item(
      String id,
      String url,
      @Nullable String headline,
      @Nullable String published,
      String source,
      @Nullable String language) {}

  static ThreadJson of(String article, List<Hit> thread, Links links) {
    return new ThreadJson(article, thread.stream().map(hit -> item(hit, links)).toList());
  }

  private static Item item(Hit hit, Links links) {
    return new Item(
        hit.id().value(),
        links.to(Addresses.article(hit.id())),
        hit.headline(),
        hit.published() == null ? null : hit.published().toString(),
        hit.source(),
        hit.language());
  }
}
