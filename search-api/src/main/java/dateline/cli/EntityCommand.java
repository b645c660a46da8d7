package dateline.cli;

import dateline.cli.KnownEntities.Reference;
import dateline.corpus.EntityKind;
import dateline.corpus.store.EditLine;
import dateline.corpus.store.EntityEdit;
import dateline.corpus.store.EntityEdits;
import dateline.corpus.store.EntityEdits.Made;
import dateline.index.generation.GenerationStore;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "entity",
    synopsisSubcommandLabel =
        "(merge | split | hide | rename | alias | undo | list | export | import)",
    description = {
      "Repair what was recognised. A repair survives every reindex and can be undone.",
      "",
      "An ENTITY is written as in the address of its page, person/shinzo-abe, or by a name that only one has:"
          + " \"person/Shinzo Abe\". Kinds are person, place, org and issue.",
      "A running server shows a repair within a second; a split waits for the next index."
    },
    footer = {
      "",
      "Examples:",
      "  dateline entity merge person/ishiba --into person/shigeru-ishiba --index archive/",
      "  dateline entity hide \"person/Thomas Shoal\" --index archive/",
      "  dateline entity split person/george-bush --label \"George W. Bush\" --name \"George W. Bush\" --index archive/",
      "  dateline entity export repairs.tsv --index archive/"
    })
final class EntityCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        command(),
        "say what to do: merge, split, hide, rename, alias, undo, list, export or import");
  }

  @Command(mixinStandardHelpOptions = true, description = "Show several entities as one.")
  int merge(
      @Parameters(
              paramLabel = "ENTITY",
              arity = "1..*",
              description = "What becomes part of the other.")
          List<String> entities,
      @Option(
              names = "--into",
              required = true,
              paramLabel = "ENTITY",
              description = "What it is shown as.")
          String into,
      @Mixin IndexFolder folder)
      throws IOException {
    KnownEntities known = new KnownEntities(folder.existing(), command());
    Reference target = known.read(into);
    var edits = new ArrayList<EntityEdit>();
    for (String each : entities) {
      Reference entity = known.read(each);
      if (entity.kind() != target.kind()) {
        throw new ParameterException(
            command(), "%s and %s are of different kinds".formatted(entity, target));
      }
      if (entity.equals(target)) {
        throw new ParameterException(command(), entity + " is that entity already");
      }
      edits.add(new EntityEdit.Merge(entity.kind(), entity.id(), target.id()));
    }
    return add(edits, "shown as " + known.label(target), folder);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Give a part of an entity's articles to a new one, with the next index.",
        "The larger part keeps the id."
      })
  int split(
      @Parameters(paramLabel = "ENTITY", description = "What stands for two.") String typed,
      @Option(
              names = "--label",
              required = true,
              paramLabel = "NAME",
              description = "Name of the chosen part.")
          String label,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              description = "Chooses the articles that call it so.")
          List<String> names,
      @Option(names = "--article", paramLabel = "ID", description = "Chooses this article.")
          List<String> articles,
      @Mixin IndexFolder folder)
      throws IOException {
    List<String> called = names == null ? List.of() : names;
    Set<String> chosen = articles == null ? Set.of() : new HashSet<>(articles);
    if (called.isEmpty() && chosen.isEmpty()) {
      throw new ParameterException(command(), "choose articles by --name or --article");
    }
    KnownEntities known = new KnownEntities(folder.existing(), command());
    Reference entity = known.read(typed);
    if (entity.kind() == EntityKind.PLACE || entity.kind() == EntityKind.ISSUE) {
      throw new ParameterException(
          command(), "places and issues come from the lists and cannot be split");
    }
    boolean isLarger = isLargerPart(entity, called, chosen, folder);
    EntityEdit.Side side = isLarger ? EntityEdit.Side.OTHERS : EntityEdit.Side.CHOSEN;
    String newLabel = isLarger ? known.label(entity) : label;
    var edits = new ArrayList<EntityEdit>();
    String newId;
    try (var store = EntityEdits.open(folder.home())) {
      newId = store.freeId(entity.kind(), newLabel);
    }
    edits.add(
        new EntityEdit.Split(entity.kind(), entity.id(), newId, newLabel, side, called, chosen));
    if (isLarger) {
      edits.add(new EntityEdit.Rename(entity.kind(), entity.id(), label));
    }
    int code = add(edits, "split", folder);
    PrintWriter out = command().getOut();
    out.printf(
        "The next index makes %s of %s; %s keeps its id.%n",
        new Reference(entity.kind(), newId),
        isLarger ? "the other articles" : "the chosen articles",
        isLarger ? label : known.label(entity));
    return code;
  }

  /// Whether more than half of an entity's articles are chosen, as far as the live index tells.
  private boolean isLargerPart(
      Reference entity, List<String> names, Set<String> articles, IndexFolder folder)
      throws IOException {
    if (new GenerationStore(folder.home()).live().isEmpty()) {
      return false;
    }
    try (var engine = folder.engine()) {
      long all = count(engine, entity, "");
      String called =
          names.stream()
              .map(name -> "\"" + name.replace("\"", "") + "\"")
              .collect(Collectors.joining(" OR "));
      long chosen = articles.size() + (called.isEmpty() ? 0 : count(engine, entity, called));
      return 2 * chosen > all;
    }
  }

  private static long count(LuceneEngine engine, Reference entity, String query)
      throws IOException {
    Map<String, List<String>> parameters =
        Map.of(
            "q",
            List.of(query),
            "limit",
            List.of("0"),
            "facet",
            List.of("none"),
            entity.kind().word(),
            List.of(entity.id()));
    var reader = new RequestReader(DoorDefaults.API, Clock.systemUTC());
    return engine.search(reader.read(parameters).request()).total();
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Show an entity nowhere: what was recognised is none.")
  int hide(
      @Parameters(paramLabel = "ENTITY", arity = "1..*", description = "What to hide.")
          List<String> entities,
      @Mixin IndexFolder folder)
      throws IOException {
    KnownEntities known = new KnownEntities(folder.existing(), command());
    List<EntityEdit> edits =
        entities.stream()
            .map(known::read)
            .<EntityEdit>map(entity -> new EntityEdit.Hide(entity.kind(), entity.id()))
            .toList();
    return add(edits, "hidden", folder);
  }

  @Command(mixinStandardHelpOptions = true, description = "Show an entity under another name.")
  int rename(
      @Parameters(index = "0", paramLabel = "ENTITY", description = "What to rename.") String typed,
      @Parameters(index = "1", paramLabel = "LABEL", description = "The name to show.")
          String label,
      @Mixin IndexFolder folder)
      throws IOException {
    Reference entity = new KnownEntities(folder.existing(), command()).read(typed);
    return add(
        List.of(new EntityEdit.Rename(entity.kind(), entity.id(), line(label))),
        "shown as " + label,
        folder);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Let an entity be asked for by one more name.")
  int alias(
      @Parameters(index = "0", paramLabel = "ENTITY", description = "What has the name.")
          String typed,
      @Parameters(index = "1", paramLabel = "NAME", description = "The name.") String name,
      @Mixin IndexFolder folder)
      throws IOException {
    Reference entity = new KnownEntities(folder.existing(), command()).read(typed);
    return add(
        List.of(new EntityEdit.Alias(entity.kind(), entity.id(), line(name))),
        "found as " + name,
        folder);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Undo a repair; without a number the last one.")
  int undo(
      @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "As list tells it.")
          @Nullable Long number,
      @Mixin IndexFolder folder)
      throws IOException {
    try (var store = EntityEdits.open(folder.existing())) {
      Optional<Made> undone = store.undo(Optional.ofNullable(number));
      if (undone.isEmpty()) {
        throw new ParameterException(
            command(),
            number == null
                ? "there is no repair to undo"
                : "there is no repair " + number + " in force; dateline entity list tells them");
      }
      PrintWriter out = command().getOut();
      out.println("undone: " + told(undone.get()));
      if (undone.get().edit() instanceof EntityEdit.Split) {
        out.println("The next index puts the two together again.");
      }
      out.flush();
    }
    return ExitCode.DONE;
  }

  @Command(mixinStandardHelpOptions = true, description = "List repairs, the oldest first.")
  int list(@Mixin IndexFolder folder) throws IOException {
    PrintWriter out = command().getOut();
    for (Made made : EntityEdits.all(folder.existing())) {
      out.println(told(made));
    }
    out.flush();
    return ExitCode.DONE;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Write the repairs in force as lines of text.")
  int exportTo(
      @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: standard output.")
          @Nullable Path file,
      @Mixin IndexFolder folder)
      throws IOException {
    List<String> lines =
        EntityEdits.all(folder.existing()).stream()
            .filter(made -> !made.isUndone())
            .map(made -> EditLine.print(made.edit()))
            .toList();
    if (file == null) {
      lines.forEach(command().getOut()::println);
      command().getOut().flush();
    } else {
      Files.write(file, lines);
      command().getOut().println(Words.count(lines.size(), "repair") + " written to " + file);
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Take in repairs that export wrote, or a hand; those in force already are passed over.",
        "A line that cannot be read is named, and the rest is taken in (exit code 3)."
      })
  int importFrom(
      @Parameters(paramLabel = "FILE", description = "Lines of text; # begins a comment.")
          Path file,
      @Mixin IndexFolder folder)
      throws IOException {
    KnownEntities known = new KnownEntities(folder.existing(), command());
    PrintWriter err = command().getErr();
    Set<EntityEdit> inForce =
        EntityEdits.all(folder.home()).stream()
            .filter(made -> !made.isUndone())
            .map(Made::edit)
            .collect(Collectors.toSet());
    var edits = new ArrayList<EntityEdit>();
    int number = 0;
    int refused = 0;
    int passed = 0;
    for (String line : lines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        EntityEdit edit = EditLine.parse(line);
        if (!inForce.add(edit)) {
          passed++;
          continue;
        }
        edits.add(edit);
        for (String id : edit.ids()) {
          if (!known.isKnown(edit.kind(), id)) {
            err.printf(
                "%s:%d: no entity is called %s/%s so far%n", file, number, edit.kind().word(), id);
          }
        }
      } catch (EditLine.Malformed e) {
        refused++;
        err.printf("%s:%d: %s%n", file, number, e.getMessage());
      }
    }
    if (!edits.isEmpty()) {
      try (var store = EntityEdits.open(folder.home())) {
        store.add(edits, Clock.systemUTC().instant());
      }
    }
    command()
        .getOut()
        .printf(
            "%s taken in, %,d in force already, %,d refused%n",
            Words.count(edits.size(), "repair"), passed, refused);
    return refused == 0 ? ExitCode.DONE : ExitCode.QUARANTINED;
  }

  private static List<String> lines(Path file) throws IOException {
    if (Files.size(file) > IMPORT_BYTES_MAX) {
      throw new IOException(
          "%s has more than %,d bytes, too many for repairs.".formatted(file, IMPORT_BYTES_MAX));
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return Arrays.asList((text.startsWith("\uFEFF") ? text.substring(1) : text).split("\\R"));
  }

  static final int IMPORT_BYTES_MAX = 64_000_000;

  private int add(List<EntityEdit> edits, String what, IndexFolder folder) throws IOException {
    try (var store = EntityEdits.open(folder.home())) {
      long first = store.add(edits, Clock.systemUTC().instant());
      PrintWriter out = command().getOut();
      for (int i = 0; i < edits.size(); i++) {
        out.printf(
            "%s/%s: %s (repair %d)%n",
            edits.get(i).kind().word(), edits.get(i).id(), what, first + i);
      }
      out.flush();
    }
    return ExitCode.DONE;
  }

  private String line(String text) {
    String line = text.strip();
    if (line.isEmpty() || line.length() > NAME_LENGTH_MAX || line.matches("(?s).*[\t\r\n].*")) {
      throw new ParameterException(
          command(), "a name is one line of 1 to " + NAME_LENGTH_MAX + " characters without tabs");
    }
    return line;
  }

  static final int NAME_LENGTH_MAX = 200;

  private static String told(Made made) {
    return "%5d  %s  %s%s"
        .formatted(
            made.number(),
            made.at(),
            EditLine.print(made.edit()).replace("\t", "  "),
            made.isUndone() ? "  (undone)" : "");
  }

  private CommandLine command() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
