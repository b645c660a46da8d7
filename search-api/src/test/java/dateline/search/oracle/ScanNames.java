package dateline.search.oracle;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.EntityNames;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.corpus.gazetteer.PlaceName;
import dateline.corpus.gazetteer.Synonyms;
import dateline.corpus.store.EntityIds;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.FoundEntity;
import dateline.index.annotate.LearnedNames;
import dateline.index.annotate.Mention;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.IndexedArticle;
import dateline.index.schema.ArticleField;
import dateline.search.oracle.ScanArticle.ScanEntity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Recognises the entities of articles and knows their labels.
///
/// @param others forms that the list of synonyms has beside one, by its words
/// @param minted entities that no gazetteer knows
record ScanNames(
    Gazetteer gazetteer,
    EntityNames known,
    Annotator annotator,
    Map<List<String>, Set<String>> others,
    List<EntityIds.Entity> minted) {
  private static final Set<PlaceEntry.Kind> WIDE =
      EnumSet.of(PlaceEntry.Kind.WORLD, PlaceEntry.Kind.CONTINENT, PlaceEntry.Kind.SUBREGION);

  ScanNames {
    minted = List.copyOf(minted);
  }

  /// Knows what the gazetteer lists.
  static ScanNames of(Gazetteer gazetteer) {
    return new ScanNames(
        gazetteer,
        new EntityNames(gazetteer),
        new Annotator(gazetteer),
        others(gazetteer),
        List.of());
  }

  ScanNames withMinted(List<EntityIds.Entity> entities) {
    return new ScanNames(gazetteer, known, annotator, others, entities);
  }

  /// All articles with their entities.
  ///
  /// @param home where a run has minted ids
  List<ScanArticle> read(List<Article> articles, Path home) throws IOException {
    var read = new ArrayList<ScanArticle>();
    Path tables = new GenerationStore(home).live().orElseThrow().tables();
    Annotator taught = annotator.with(LearnedNames.read(tables.resolve(LearnedNames.FILE)));
    try (EntityIds ids = EntityIds.open(home)) {
      for (Article article : articles) {
        List<ScanEntity> entities =
            taught.annotate(article).stream()
                .filter(FoundEntity::isKnownAcrossArticles)
                .sorted(Comparator.comparingDouble(FoundEntity::score).reversed())
                .map(found -> entity(found, ids))
                .toList();
        read.add(new ScanArticle(article, entities, 0));
      }
    }
    return read;
  }

  /// All articles as the writer of an index takes them.
  ///
  /// @param home where a run has minted ids; more may be minted
  List<IndexedArticle> indexed(List<Article> articles, ToLongFunction<Article> sequence, Path home)
      throws IOException {
    var indexed = new ArrayList<IndexedArticle>();
    Path tables = new GenerationStore(home).live().orElseThrow().tables();
    Annotator taught = annotator.with(LearnedNames.read(tables.resolve(LearnedNames.FILE)));
    try (EntityIds ids = EntityIds.open(home)) {
      for (Article article : articles) {
        List<IndexedArticle.Named> entities =
            taught.annotate(article).stream()
                .filter(FoundEntity::isKnownAcrossArticles)
                .sorted(Comparator.comparingDouble(FoundEntity::score).reversed())
                .map(found -> named(found, entity(found, ids)))
                .toList();
        indexed.add(new IndexedArticle(sequence.applyAsLong(article), article, entities));
      }
      ids.save();
    }
    return indexed;
  }

  private static IndexedArticle.Named named(FoundEntity found, ScanEntity entity) {
    List<String> all = entity.withContainers();
    return new IndexedArticle.Named(found, entity.id(), all.subList(1, all.size()), entity.names());
  }

  /// Ids that a name in a query stands for; empty when no list knows it.
  Set<String> idsOf(EntityKind kind, String name) {
    boolean isMinted =
        minted.stream().anyMatch(each -> each.kind() == kind && each.id().equals(name));
    boolean isListed =
        switch (kind) {
          case PERSON -> false;
          case PLACE -> gazetteer.place(name).isPresent();
          case ORGANISATION -> gazetteer.organisation(name).isPresent();
          case ISSUE -> gazetteer.issue(name).isPresent();
        };
    if (isMinted || isListed) {
      return Set.of(name);
    }
    var ids = new HashSet<>(known.ids(kind, name));
    for (EntityIds.Entity each : minted) {
      if (each.kind() == kind && FoldedName.of(each.label()).equals(FoldedName.of(name))) {
        ids.add(each.id());
      }
    }
    return ids;
  }

  /// Other forms from the list of synonyms.
  Set<String> othersOf(String form) {
    return others.getOrDefault(words(form), Set.of());
  }

  /// A phrase with any of its words, and any that follow each other, in any of their forms.
  Set<String> phrases(String text) {
    var words = new ArrayList<ScanTerm>();
    for (ScanTerm term : ScanTerm.of(ArticleAnalyzers.names(), text)) {
      boolean isOtherReading = !words.isEmpty() && words.getLast().start() == term.start();
      if (term.length() == 1 && !isOtherReading) {
        words.add(term);
      }
    }
    if (words.isEmpty()) {
      return Set.of(text);
    }
    var phrases = new LinkedHashSet<String>(Set.of(text));
    for (int length = 1; length <= words.size(); length++) {
      int end = words.get(length - 1).end();
      var begins = new LinkedHashSet<>(othersOf(text.substring(words.getFirst().start(), end)));
      if (length == 1) {
        begins.add(text.substring(words.getFirst().start(), end));
      }
      for (String begin : begins) {
        if (length == words.size()) {
          phrases.add(begin);
        } else {
          phrases(text.substring(words.get(length).start()))
              .forEach(rest -> phrases.add(begin + " " + rest));
        }
      }
    }
    return phrases;
  }

  private static Map<List<String>, Set<String>> others(Gazetteer gazetteer) {
    var others = new HashMap<List<String>, Set<String>>();
    for (Synonyms row : gazetteer.synonyms()) {
      for (String form : row.forms()) {
        var known = others.computeIfAbsent(words(form), _ -> new LinkedHashSet<>());
        row.forms().stream().filter(other -> !other.equals(form)).forEach(known::add);
      }
    }
    return others;
  }

  private static List<String> words(String text) {
    return ScanTerm.of(ArticleAnalyzers.names(), text).stream().map(ScanTerm::text).toList();
  }

  /// What a name stands for, where it is that of one place or organisation alone.
  Optional<ScanName> onlyNamed(String name) {
    for (EntityKind kind : List.of(EntityKind.PLACE, EntityKind.ORGANISATION)) {
      var ids = new HashSet<>(known.ids(kind, name));
      for (EntityIds.Entity each : minted) {
        if (each.kind() == kind && FoldedName.of(each.label()).equals(FoldedName.of(name))) {
          ids.add(each.id());
        }
      }
      if (ids.size() == 1) {
        return Optional.of(new ScanName(kind, ids.iterator().next()));
      }
    }
    return Optional.empty();
  }

  /// An entity by kind and id.
  record ScanName(EntityKind kind, String id) {
    boolean isNamedIn(ScanArticle article) {
      return article.entities().stream()
          .anyMatch(entity -> entity.kind() == kind && entity.id().equals(id));
    }
  }

  String labelOf(EntityKind kind, String id) {
    return minted.stream()
        .filter(each -> each.kind() == kind && each.id().equals(id))
        .map(EntityIds.Entity::label)
        .findFirst()
        .or(() -> gazetteer.label(id))
        .orElse(id);
  }

  String labelOf(ArticleField field, String value) {
    return kindOf(field).map(kind -> labelOf(kind, value)).orElse(value);
  }

  /// Empty for a field whose values are their own labels.
  static Optional<EntityKind> kindOf(ArticleField field) {
    return switch (field) {
      case PERSON -> Optional.of(EntityKind.PERSON);
      case PLACE, PLACE_MENTION -> Optional.of(EntityKind.PLACE);
      case ORG -> Optional.of(EntityKind.ORGANISATION);
      case ISSUE -> Optional.of(EntityKind.ISSUE);
      case SOURCE, SECTION, AUTHOR, LANGUAGE, TYPE, TAG -> Optional.empty();
    };
  }

  /// The label and then all other names of the lists, the closest first.
  List<String> namesOf(ArticleField field, String value) {
    var all = new LinkedHashSet<String>();
    all.add(labelOf(field, value));
    switch (kindOf(field).orElse(EntityKind.PERSON)) {
      case PLACE -> {
        for (PlaceName.Use use :
            List.of(
                PlaceName.Use.NAME,
                PlaceName.Use.ABBREVIATION,
                PlaceName.Use.DEMONYM,
                PlaceName.Use.METONYM)) {
          gazetteer.placeNames().stream()
              .filter(name ->
                  name.placeId().equals(value)
                      && name.use() == use
                      && !name.has(PlaceName.Flag.AFTER_COMMA))
              .forEach(name -> all.add(name.name()));
        }
      }
      case ORGANISATION ->
          gazetteer.organisation(value).ifPresent(found -> all.addAll(found.aliases()));
      case PERSON, ISSUE -> {}
    }
    return List.copyOf(all);
  }

  /// Whether a facet counts the value without listing it: continents tell nothing.
  boolean isWide(ArticleField field, String value) {
    return (field == ArticleField.PLACE || field == ArticleField.PLACE_MENTION)
        && gazetteer.place(value).filter(place -> WIDE.contains(place.kind())).isPresent();
  }

  /// A state or province.
  boolean isArea(ArticleField field, String value) {
    return (field == ArticleField.PLACE || field == ArticleField.PLACE_MENTION)
        && gazetteer
            .place(value)
            .filter(place -> place.kind() == PlaceEntry.Kind.STATE)
            .isPresent();
  }

  /// What contains a place or issue, nearest first.
  List<String> containers(ArticleField field, String value) {
    return switch (field) {
      case PLACE, PLACE_MENTION -> containers(gazetteer.ancestors(EntityKind.PLACE, value));
      case ISSUE -> gazetteer.ancestors(EntityKind.ISSUE, value);
      case PERSON, ORG, SOURCE, SECTION, AUTHOR, LANGUAGE, TYPE, TAG -> List.of();
    };
  }

  private static List<String> containers(List<String> ancestors) {
    return ancestors.stream().filter(id -> !id.equals("world")).toList();
  }

  private ScanEntity entity(FoundEntity found, EntityIds ids) {
    boolean isMinted = found.key().startsWith("~");
    String id = isMinted ? ids.idOf(found.kind(), found.key(), found.label()) : found.key();
    var containers = new ArrayList<String>();
    var names = new ArrayList<String>();
    containers.add(id);
    names.add(found.label());
    if (!isMinted) {
      for (String container : gazetteer.ancestors(found.kind(), id)) {
        if (!container.equals("world")) {
          containers.add(container);
          gazetteer.label(container).ifPresent(names::add);
        }
      }
    }
    for (Mention mention : found.mentions()) {
      if (mention.how() == Mention.How.NAME) {
        names.add(mention.text());
      }
    }
    return new ScanEntity(found.kind(), id, found.isSalient(), containers, names, found.mentions());
  }
}
