package dateline;

import static com.tngtech.archunit.base.DescribedPredicate.greaterThan;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// Who may import whom, over the classes of all three modules. The same picture with more words is
/// `.github/ARCHITECTURE.md`; the two change together.
final class LayeringTest {
  /// Compiled from the pages' templates, with what lies below.
  private static final String TEMPLATES = "search.page.templates..";

  /// In the reactor the other two modules come as jars or as folders of classes.
  private static final JavaClasses ALL = mainClasses();

  /// Our packages, each with those of ours that it may import. `dateline.cli`, where all wiring
  /// ends, may import every one of them, and nobody imports it.
  private static final Map<String, String> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("corpus", ""),
          Map.entry("corpus.difference", "corpus"),
          Map.entry("corpus.gazetteer", "corpus"),
          Map.entry("corpus.invent", "corpus.gazetteer"),
          Map.entry("corpus.measure", ""),
          Map.entry("corpus.read", "corpus"),
          Map.entry("corpus.store", "corpus"),
          Map.entry("index.schema", "corpus"),
          Map.entry("index.language", "corpus"),
          Map.entry("index.analyze", "corpus index.language index.schema"),
          Map.entry("index.learn", ""),
          Map.entry("index.plugin", ""),
          Map.entry("index.meaning", "corpus index.plugin"),
          Map.entry("index.annotate", "corpus corpus.gazetteer index.plugin"),
          Map.entry("index.train", "corpus corpus.gazetteer index.annotate"),
          Map.entry("index.generation", "corpus index.annotate index.meaning"),
          Map.entry("index.story", "corpus corpus.gazetteer"),
          Map.entry("index.night", "corpus corpus.store index.generation"),
          Map.entry(
              "index.lucene",
              "corpus index.analyze index.annotate index.generation index.language index.learn"
                  + " index.meaning index.schema index.story"),
          Map.entry(
              "index",
              "corpus corpus.gazetteer corpus.read corpus.store index.analyze index.annotate"
                  + " index.generation index.learn index.lucene index.meaning index.night"
                  + " index.plugin index.schema index.story"),
          Map.entry(
              "index.snapshot",
              "corpus corpus.gazetteer corpus.store index index.annotate index.generation"
                  + " index.plugin index.purge index.schema"),
          Map.entry(
              "index.purge",
              "corpus corpus.store index.annotate index.generation index.learn index.lucene"
                  + " index.schema"),
          Map.entry("search.baseline", ""),
          Map.entry("search.bench", ""),
          Map.entry("search.query", "corpus index.schema"),
          Map.entry(
              "search.engine", "corpus corpus.difference index.language index.schema search.query"),
          Map.entry(
              "search.lucene",
              "corpus corpus.gazetteer corpus.store index.analyze index.generation index.language"
                  + " index.learn index.meaning index.plugin index.schema search.engine"
                  + " search.query"),
          Map.entry(
              "search.page", "corpus corpus.difference index.schema search.engine search.query"),
          Map.entry("search.access", "corpus.store"),
          Map.entry("search.export", "corpus search.engine"),
          Map.entry("search.feed", "search.xml"),
          Map.entry("search.oai", "corpus index.schema search.engine search.xml"),
          Map.entry("search.alert", "corpus corpus.store search.engine search.query"),
          Map.entry("search.quote", "corpus corpus.difference search.engine"),
          Map.entry(
              "search.mcp",
              "corpus corpus.difference index.schema search.engine search.query search.quote"),
          Map.entry("search.xml", ""),
          Map.entry(TEMPLATES, "search.page"),
          Map.entry(
              "search.http",
              "corpus corpus.difference corpus.store index.analyze index.schema search.access"
                  + " search.alert search.engine search.export search.feed search.mcp search.oai search.page"
                  + " search.query search.quote search.xml"),
          Map.entry(
              "search",
              "corpus corpus.gazetteer search.access search.alert search.engine search.http search.lucene"
                  + " search.page"));

  static final List<String> LISTED = List.copyOf(new TreeMap<>(MAY_IMPORT).keySet());

  @Test
  void looksAtEveryClassOfAllThreeModules() {
    Map<String, List<JavaClass>> byModule =
        ALL.stream().collect(groupingBy(type -> type.getPackageName().split("\\.")[1]));

    assertEquals(
        List.of("cli", "corpus", "index", "search"), byModule.keySet().stream().sorted().toList());
    byModule.forEach((module, types) ->
        assertTrue(types.size() >= 15, () -> "only " + types.size() + " classes of " + module));
    assertTrue(ALL.stream().noneMatch(type -> type.getSimpleName().endsWith("Test")), "no tests");
  }

  @Test
  void everyPackageHasItsPlaceOnTheMap() {
    var known = new TreeSet<>(LISTED.stream().map(name -> "dateline." + name).toList());
    known.add("dateline.cli");

    assertEquals(
        known,
        ALL.stream()
            .map(JavaClass::getPackageName)
            .map(name ->
                name.startsWith("dateline.search.page.templates") ? "dateline." + TEMPLATES : name)
            .collect(toCollection(TreeSet::new)),
        "a package came or went: change the table in this test and the map in"
            + " .github/ARCHITECTURE.md");
  }

  @ParameterizedTest
  @FieldSource("LISTED")
  void importsWhatTheMapAllows(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), Stream.of(MAY_IMPORT.get(name).split(" ")))
            .filter(part -> !part.isEmpty())
            .map(part -> "dateline." + part)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage("dateline." + name)
        .should()
        .dependOnClassesThat(resideInAnyPackage("dateline..").and(not(resideInAnyPackage(allowed))))
        .because(
            "data flows one way, and dateline.%s gets along with [%s]; if the new arrow is right, draw it here and in .github/ARCHITECTURE.md"
                .formatted(name, MAY_IMPORT.get(name)))
        .check(ALL);
  }

  @Test
  void modulesPointOneWay() {
    noClasses()
        .that()
        .resideInAPackage("dateline.corpus..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dateline.index..", "dateline.search..", "dateline.cli..")
        .because("what is read and kept does not care who indexes or serves it")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("dateline.index..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dateline.search..", "dateline.cli..")
        .because("an index is written without a server")
        .check(ALL);
  }

  @Test
  void packagesFormNoCycles() {
    slices()
        .matching("dateline.(**)")
        .should()
        .beFreeOfCycles()
        .because("a cycle of packages can only be understood, tested and moved as one piece")
        .check(ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.apache.lucene.analysis.. org.apache.lucene.codecs.. org.apache.lucene.document.. org.apache.lucene.index.. org.apache.lucene.queries.. org.apache.lucene.search.. org.apache.lucene.store.. org.apache.lucene.util.. | dateline.index.analyze dateline.index.annotate dateline.index.lucene dateline.search.lucene dateline.search.baseline | another engine can take its place only while no one else sees its types
          org.apache.lucene.queryparser..          | dateline.search.query                               | it reads another spelling of queries, and what it makes of one is a clause like any other
          io.javalin.. org.eclipse.jetty.. jakarta.servlet.. | dateline.search.http                      | pages, engines and commands work without a web server
          io.micrometer.. io.prometheus..          | dateline.search.http                                | what is counted are requests, and only the server sees them
          java.sql.. javax.sql.. org.sqlite..      | dateline.corpus.store                               | the store alone decides what is in its tables and when it commits
          io.github.bucket4j.. com.github.benmanes.caffeine.. | dateline.search.access           | how often somebody asked is counted in one place
          de.bwaldvogel.liblinear..                | dateline.index.train | what was learned is applied without the library that learned it
          gg.jte..                                 | dateline.search.page.. | only pages are made from templates
          jakarta.mail.. org.eclipse.angus..       | dateline.search.alert                               | mail is one of the ways in which alerts are sent, and nothing else is
          picocli..                                | dateline.cli                                        | options and their help belong to the command line; all else takes records
          """)
  void isKnownOnlyTo(String library, String owners, String reason) {
    noClasses()
        .that()
        .resideOutsideOfPackages(owners.split(" "))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library.split(" "))
        .because(reason)
        .check(ALL);
    classes()
        .that()
        .resideInAnyPackage(owners.split(" ")[0])
        .should()
        .containNumberOfElements(greaterThan(0))
        .check(ALL);
  }

  @Test
  void questionsAndAnswersKnowNoJson() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dateline.search",
            "dateline.search.engine",
            "dateline.search.lucene",
            "dateline.search.page..",
            "dateline.search.query")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
        .because(
            "what goes over the wire are records of search.http, so that renaming a class of ours breaks no client")
        .check(ALL);
  }

  @Test
  void onlyTheCommandLineWritesToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dateline.cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because(
            "standard output is for results, and only a command knows what its result is; log, or return a value")
        .check(ALL);
  }

  @Test
  void theConcreteEngineIsNamedByItsOwnPackageAndTheWiring() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dateline.search.lucene", "dateline.search", "dateline.cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dateline.search.lucene")
        .because("a caller that can tell which engine answers will come to depend on it")
        .check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dateline.index.lucene", "dateline.index", "dateline.index.purge", "dateline.cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dateline.index.lucene")
        .because(
            "a run decides who writes its generation, and nobody else needs to know, unless what was"
                + " written must be forgotten")
        .check(ALL);
  }

  @Test
  void classesAreNamedAfterTheirIdea() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Utils?|Helper|Impl)(\\$.*)?")
        .because("such a name says that a better one was not found yet; find it")
        .check(ALL);
  }

  @Test
  void everyPackageSaysWhereNullMayStand() {
    List<String> unmarked =
        LISTED.stream()
            .filter(name -> !name.equals(TEMPLATES))
            .map(name -> ALL.getPackage("dateline." + name))
            .filter(pack -> !isNullMarked(pack))
            .map(JavaPackage::getName)
            .toList();

    assertEquals(List.of(), unmarked, "each package needs a package-info.java with @NullMarked");
    assertTrue(isNullMarked(ALL.getPackage("dateline.cli")));
  }

  private static JavaClasses mainClasses() {
    // rules ask for names of foreign packages; what is in them would cost seconds to read
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages("dateline");
  }

  private static boolean isNullMarked(JavaPackage pack) {
    return pack.tryGetPackageInfo().isPresent() && pack.isAnnotatedWith(NullMarked.class);
  }
}
