package dateline.cli;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.EntityNames;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.EntityEdits;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.EntityOverlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Reads which entity is meant on the command line: `person/shinzo-abe` or `person/Shinzo Abe`.
final class KnownEntities {
  /// An entity as the address of its page has it.
  record Reference(EntityKind kind, String id) {
    @Override
    public String toString() {
      return kind.word() + "/" + id;
    }
  }

  private final CommandLine command;
  private final Gazetteer gazetteer;
  private final List<EntityIds.Entity> minted;
  private final EntityOverlay overlay;

  KnownEntities(Path home, CommandLine command) throws IOException {
    this.command = command;
    gazetteer = Gazetteer.ofHome(home);
    minted = Files.exists(home.resolve(EntityIds.FILE)) ? EntityIds.all(home) : List.of();
    overlay = EntityEdits.overlay(home);
  }

  /// The entity as it is shown.
  ///
  /// @throws ParameterException when it is none, or more than one
  Reference read(String typed) {
    String text = typed.startsWith("/") ? typed.substring(1) : typed;
    int slash = text.indexOf('/');
    EntityKind kind =
        EntityKind.of(slash < 0 ? "" : text.substring(0, slash))
            .orElseThrow(() ->
                refusal(
                    "“"
                        + typed
                        + "” names no entity; write person/ID, place/ID, org/ID or issue/ID"));
    String name = text.substring(slash + 1);
    if (isKnown(kind, name)) {
      return new Reference(kind, overlay.rootOf(kind, name));
    }
    Set<String> ids = named(kind, name);
    if (ids.size() > 1) {
      String choice =
          ids.stream().map(id -> kind.word() + "/" + id).collect(Collectors.joining(", "));
      throw refusal("more than one entity is called “" + name + "”; write one of " + choice);
    }
    return new Reference(
        kind,
        ids.stream()
            .findFirst()
            .orElseThrow(() ->
                refusal(
                    "no "
                        + kind.word()
                        + " has the id or the name “"
                        + name
                        + "”; the archive's facets show the ids")));
  }

  boolean isKnown(EntityKind kind, String id) {
    return gazetteer.has(kind, id)
        || minted.stream().anyMatch(entity -> entity.kind() == kind && entity.id().equals(id));
  }

  /// The name that it has on pages.
  String label(Reference entity) {
    String renamed = overlay.label(entity.kind(), entity.id());
    return Objects.requireNonNullElseGet(renamed, () -> listedLabel(entity));
  }

  private String listedLabel(Reference entity) {
    return minted.stream()
        .filter(each -> each.kind() == entity.kind() && each.id().equals(entity.id()))
        .map(EntityIds.Entity::label)
        .findFirst()
        .or(() -> gazetteer.label(entity.id()))
        .orElse(entity.id());
  }

  private Set<String> named(EntityKind kind, String name) {
    String folded = FoldedName.of(name);
    var found = new LinkedHashSet<>(new EntityNames(gazetteer).ids(kind, name));
    minted.stream()
        .filter(entity -> entity.kind() == kind && FoldedName.of(entity.label()).equals(folded))
        .forEach(entity -> found.add(entity.id()));
    overlay
        .labels(kind)
        .forEach((id, label) -> {
          if (FoldedName.of(label).equals(folded)) {
            found.add(id);
          }
        });
    overlay
        .aliases(kind)
        .forEach((id, aliases) -> {
          if (aliases.stream().anyMatch(alias -> FoldedName.of(alias).equals(folded))) {
            found.add(id);
          }
        });
    return found.stream()
        .map(id -> overlay.rootOf(kind, id))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private ParameterException refusal(String message) {
    return new ParameterException(command, message);
  }
}
