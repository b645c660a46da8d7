package dateline.search.page;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Filter;
import dateline.search.engine.SearchRequest;
import dateline.search.page.HomeView.Group;
import dateline.search.page.SearchView.Switch;
import dateline.search.page.SearchView.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sets the page of one entity.
final class EntityComposer {
  private static final int NAMES_MAX = 8;

  private final Messages messages;
  private final Dates dates;
  private final Assets assets;
  private final EntityProfile profile;
  private final SearchRequest articles;

  /// @param everything the search that matches all, from which links start
  EntityComposer(
      Messages messages,
      Dates dates,
      Assets assets,
      EntityProfile profile,
      SearchRequest everything) {
    this.messages = messages;
    this.dates = dates;
    this.assets = assets;
    this.profile = profile;
    var about = new Filter(profile.field(), List.of(profile.id()), List.of(), List.of(), false);
    this.articles = everything.asking(everything.query(), List.of(about), everything.dates());
  }

  EntityView compose() {
    String kind = messages.of("field.one." + profile.kind().word());
    String count = messages.of("count.articles", profile.articles());
    return new EntityView(
        new Frame(
            messages,
            assets,
            messages.of("article.title", profile.label()),
            messages.of("entity.description", profile.label(), count),
            SearchForm.EMPTY),
        kind,
        profile.label(),
        profile.within().reversed().stream()
            .map(label ->
                new Switch(label.label(), Addresses.entity(profile.kind(), label.id()), null))
            .toList(),
        names(),
        profile.articles() == 0 ? null : search(),
        profile.timeline() == null
            ? null
            : new HistogramComposer(messages, dates, articles).compose(profile.timeline()),
        groups(messages.of("entity.inside"), profile.inside()),
        related(),
        sources(),
        newest());
  }

  /// Spellings in the articles first, then what lists know, each once whatever its case.
  private @Nullable String names() {
    Map<String, String> names = new LinkedHashMap<>();
    profile.names().forEach(name -> names.putIfAbsent(key(name.text()), name.text()));
    profile.aliases().forEach(alias -> names.putIfAbsent(key(alias), alias));
    names.remove(key(profile.label()));
    return names.isEmpty()
        ? null
        : messages.of(
            "entity.names", String.join(", ", names.values().stream().limit(NAMES_MAX).toList()));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Switch search() {
    boolean isNamed = profile.field() == ArticleField.PLACE_MENTION;
    return new Switch(
        messages.of(isNamed ? "entity.search.named" : "entity.search", profile.articles()),
        Addresses.search(CanonicalQuery.of(articles)),
        null);
  }

  private List<Group> related() {
    return Arrays.stream(EntityKind.values())
        .flatMap(
            kind -> groups(messages.of("field." + kind.word()), profile.related(kind)).stream())
        .toList();
  }

  private List<Group> groups(String title, List<EntityProfile.Related> entities) {
    return entities.isEmpty()
        ? List.of()
        : List.of(new Group(title, entities.stream().map(this::tag).toList()));
  }

  private Tag tag(EntityProfile.Related other) {
    return new Tag(
        other.kind().word(),
        other.label(),
        messages.of("number", other.together()),
        Addresses.entity(other.kind(), other.id()),
        messages.of("tag." + other.kind().word(), other.label()));
  }

  private List<Group> sources() {
    List<Tag> tags =
        profile.sources().stream()
            .map(source ->
                new Tag(
                    "plain",
                    source.value(),
                    messages.of("number", source.count()),
                    Addresses.search(
                        CanonicalQuery.adding(articles, ArticleField.SOURCE, source.value())),
                    source.value()))
            .toList();
    return tags.isEmpty() ? List.of() : List.of(new Group(messages.of("field.source"), tags));
  }

  private List<SearchView.HitView> newest() {
    var hits = new HitComposer(messages, dates, articles, HitComposer.TAGS_PER_KIND);
    return profile.newest().stream().map(hits::compose).toList();
  }
}
