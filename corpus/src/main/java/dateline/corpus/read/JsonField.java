package dateline.corpus.read;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The fields of an article in JSON, with every name accepted for each. Where a record holds
/// several names of one field, the first in this order that has a value is read.
enum JsonField {
  ID("id", "guid", "uuid", "urn", "docno"),
  HEADLINE("headline", "title"),
  SUBHEAD("subhead"),
  LEAD("lead", "standfirst", "abstract", "summary", "description"),
  BODY("body", "text", "content", "article"),
  PUBLISHED("published", "date", "datePublished", "pubDate"),
  MODIFIED("modified", "dateModified"),
  EMBARGO("embargo", "embargoed"),
  EXPIRES("expires"),
  SOURCE("source", "publisher"),
  SECTION("section", "category"),
  BYLINE("byline", "author", "creator"),
  DATELINE("dateline"),
  URL("url", "link"),
  LANGUAGE("language", "lang"),
  TYPE("type"),
  KEYWORDS("keywords"),
  RIGHTS("rights"),
  STATUS("status", "pubstatus"),
  VERSION("version"),
  CORRECTION("correction"),
  EDITION("edition"),
  PAGE("page"),
  TOPICS("topics"),
  SUBJECTS("subjects"),
  PLACES("places"),
  PEOPLE("people"),
  ORGS("orgs"),
  EXCHANGES("exchanges"),
  COMPANIES("companies");

  /// The source's own tags.
  static final List<JsonField> TAGS =
      List.of(TOPICS, SUBJECTS, PLACES, PEOPLE, ORGS, EXCHANGES, COMPANIES);

  private static final Set<String> KNOWN =
      Arrays.stream(values())
          .flatMap(field -> field.names.stream())
          .collect(Collectors.toUnmodifiableSet());

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  JsonField(String... names) {
    this.names = List.of(names);
  }

  List<String> names() {
    return names;
  }

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }
}
