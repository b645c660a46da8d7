package dateline.cli;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.read.Delivery;
import dateline.corpus.read.Reading;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.Recognizers;
import dateline.index.train.IssueTraining;
import dateline.index.train.LabelMap;
import dateline.index.train.Labelled;
import dateline.index.train.PlaceTraining;
import dateline.index.train.Training;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "train",
    sortOptions = false,
    description = {
      "Learn issues, or which places an article is about, from the labels that your articles carry.",
      "",
      "Learned issues stand in place of the built-in ones. Places are learned as countries: a label is",
      "an ISO code or a country's name, and a state of the past counts as what took its place.",
      "With --folds, prints how well labels are found in articles that were not learned from.",
      "With --index, the next index run of that archive uses what was learned."
    },
    footer = {
      "",
      "Examples:",
      "  dateline train --source news/ --labels topics --folds 5",
      "  dateline train --source news/ --labels topics --index archive/",
      "  dateline train --source news/ --field places --labels places --index archive/"
    })
final class TrainCommand implements Callable<Integer> {
  private static final int FOLDS_MAX = 20;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private SourcePaths sources = new SourcePaths();

  @Option(
      names = "--field",
      paramLabel = "issues|places",
      defaultValue = "issues",
      description = "What is learned; issues unless told otherwise.")
  private Field field = Field.issues;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "NAME",
      description = "The articles' field that holds the labels, such as topics or places.")
  private String labels = "";

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "Lines of label, tab and id, where an id differs from its label.")
  private @Nullable Path map;

  @Option(
      names = "--where",
      paramLabel = "FIELD=VALUE",
      description =
          "Learn from articles with this value, also from those without a label; else only from"
              + " articles with a label.")
  private String where = "";

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Measure by so many parts, 2 to " + FOLDS_MAX + ", each held back once.")
  private @Nullable Integer folds;

  @Option(
      names = "--annotations-out",
      paramLabel = "FILE",
      description =
          "With --folds: write what was found in each article held back, as annotate does.")
  private @Nullable Path annotationsOut;

  @Option(
      names = "--index",
      paramLabel = "HOME",
      description = "The archive that is to use what was learned.")
  private @Nullable Path home;

  /// Names as they are typed.
  enum Field {
    issues,
    places
  }

  @Override
  public Integer call() throws Exception {
    var command = Objects.requireNonNull(spec).commandLine();
    check(command);
    try (Recognizers recognizers = home == null ? Recognizers.NONE : Recognizers.ofHome(home)) {
      List<Path> paths = sources.checked(command);
      return learn(training(recognizers, paths), paths, command);
    }
  }

  private int learn(Training training, List<Path> paths, picocli.CommandLine command)
      throws IOException {
    Delivery.of(paths)
        .read(reading -> {
          if (reading instanceof Reading.Accepted accepted) {
            training.add(accepted.article());
          }
        });
    PrintWriter out = command.getOut();
    out.printf("%,d articles with a say in %s%n", training.size(), field);
    if (training.size() < Training.ARTICLES_MIN) {
      throw new ParameterException(
          command,
          "there are "
              + training.size()
              + " articles to learn from in the field \""
              + labels
              + "\"; it takes at least "
              + Training.ARTICLES_MIN
              + ". Check --labels and --where.");
    }
    training.remarks().forEach(command.getErr()::println);
    if (folds != null) {
      Map<String, Set<String>> found = new TreeMap<>();
      out.println("held back: " + training.crossValidate(folds, found));
      if (annotationsOut != null) {
        write(found, annotationsOut);
      }
    }
    if (home != null) {
      int learned = training.learn(home);
      out.printf(
          "learned %,d %s for %s; they hold from the next dateline index on%n",
          learned, field, home);
    }
    return ExitCode.DONE;
  }

  private void check(picocli.CommandLine command) {
    if (folds == null && home == null) {
      throw new ParameterException(command, "give --folds to measure, --index to learn, or both");
    }
    if (folds != null && (folds < 2 || folds > FOLDS_MAX)) {
      throw new ParameterException(
          command, "--folds is " + folds + "; possible are 2 to " + FOLDS_MAX);
    }
    if (annotationsOut != null && folds == null) {
      throw new ParameterException(command, "--annotations-out needs --folds");
    }
    if (!where.isEmpty() && where.indexOf('=') < 1) {
      throw new ParameterException(
          command, "--where is \"" + where + "\"; it needs a field, = and a value");
    }
  }

  private Training training(Recognizers recognizers, List<Path> paths) throws IOException {
    return switch (field) {
      case issues -> new IssueTraining(labelled());
      case places -> {
        Gazetteer gazetteer = home == null ? Gazetteer.builtIn() : Gazetteer.ofHome(home);
        Annotator annotator = Taught.by(paths, new Annotator(gazetteer).with(recognizers));
        yield new PlaceTraining(labelled(), annotator, gazetteer);
      }
    };
  }

  private Labelled labelled() throws IOException {
    LabelMap ids = map == null ? LabelMap.NONE : LabelMap.read(map);
    int equals = where.indexOf('=');
    return equals < 0
        ? new Labelled(labels, ids, "", "")
        : new Labelled(labels, ids, where.substring(0, equals), where.substring(equals + 1));
  }

  private void write(Map<String, Set<String>> found, Path file) throws IOException {
    JsonMapper json = JsonMapper.shared();
    try (var out = Files.newBufferedWriter(file)) {
      for (Map.Entry<String, Set<String>> article : found.entrySet()) {
        ObjectNode line = json.createObjectNode().put("id", article.getKey());
        var entities = line.putArray(field.name());
        article.getValue().forEach(id -> write(id, entities.addObject().put("id", id)));
        out.write(line + "\n");
      }
    }
  }

  private void write(String id, ObjectNode entity) {
    switch (field) {
      case issues -> {} // an id is all that is known of one
      case places -> entity.put("country", id).put("salient", true);
    }
  }
}
