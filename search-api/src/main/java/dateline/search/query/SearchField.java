package dateline.search.query;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a name before a colon asks for.
sealed interface SearchField {
  record Text(TextZone zone) implements SearchField {}

  record Stable(ArticleField field) implements SearchField {}

  record Named(EntityKind kind) implements SearchField {}

  record Published() implements SearchField {}

  record Length() implements SearchField {}

  /// Behind the name of a kind of entity: some entity, whichever.
  String ANY = "any";

  /// Every name with its field: first the names that help and canonical forms show, then others
  /// that people try.
  Map<String, SearchField> TABLE = table();

  /// The names that help shows, in its order.
  List<String> NAMES =
      List.of(
          "headline",
          "lead",
          "body",
          "byline",
          "person",
          "place",
          "org",
          "issue",
          "source",
          "section",
          "author",
          "lang",
          "type",
          "tag",
          "published",
          "words");

  static Optional<SearchField> of(String name) {
    return Optional.ofNullable(TABLE.get(name.toLowerCase(Locale.ROOT)));
  }

  static String nameOf(EntityKind kind) {
    return switch (kind) {
      case PERSON -> "person";
      case PLACE -> "place";
      case ORGANISATION -> "org";
      case ISSUE -> "issue";
    };
  }

  private static Map<String, SearchField> table() {
    var table = new LinkedHashMap<String, SearchField>();
    for (TextZone zone : TextZone.values()) {
      table.put(zone.parameter(), new Text(zone));
    }
    for (EntityKind kind : EntityKind.values()) {
      table.put(nameOf(kind), new Named(kind));
    }
    List.of(
            ArticleField.SOURCE,
            ArticleField.SECTION,
            ArticleField.AUTHOR,
            ArticleField.LANGUAGE,
            ArticleField.TYPE,
            ArticleField.TAG)
        .forEach(field -> table.put(field.parameter(), new Stable(field)));
    table.put("published", new Published());
    table.put("words", new Length());

    table.put("title", new Text(TextZone.HEADLINE));
    table.put("text", new Text(TextZone.BODY));
    table.put("people", new Named(EntityKind.PERSON));
    table.put("persons", new Named(EntityKind.PERSON));
    table.put("places", new Named(EntityKind.PLACE));
    table.put("orgs", new Named(EntityKind.ORGANISATION));
    table.put("organisation", new Named(EntityKind.ORGANISATION));
    table.put("organisations", new Named(EntityKind.ORGANISATION));
    table.put("organization", new Named(EntityKind.ORGANISATION));
    table.put("organizations", new Named(EntityKind.ORGANISATION));
    table.put("issues", new Named(EntityKind.ISSUE));
    table.put("site", new Stable(ArticleField.SOURCE));
    table.put("language", new Stable(ArticleField.LANGUAGE));
    return Collections.unmodifiableMap(table);
  }
}
