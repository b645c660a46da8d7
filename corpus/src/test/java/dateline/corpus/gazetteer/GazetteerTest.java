package dateline.corpus.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dateline.corpus.EntityKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GazetteerTest {
  @TempDir Path folder;

  @Test
  void placesLieInsideEachOther() throws IOException {
    Gazetteer gazetteer = Gazetteer.builtIn();

    assertEquals(
        List.of("JP", "eastern-asia", "asia", "world"),
        gazetteer.ancestors(EntityKind.PLACE, "g1850147"));
  }

  @Test
  void theBuiltInListsHaveNoProblems() throws IOException {
    assertEquals(List.of(), Gazetteer.builtIn().problems());
  }

  @Test
  void aUserAddsAndReplacesRows() throws IOException {
    Files.writeString(
        folder.resolve("places.tsv"),
        """
        id\tkind\tlabel\tiso\tparent\tlat\tlon\tpopulation\tfrom\tto\tsuccessors
        JP\tcountry\tNippon\tJP\teastern-asia\t36\t138\t1\t\t\t
        my-island\tregion\tMy Island\t\tasia\t1\t2\t\t\t\t
        """);
    Gazetteer gazetteer = Gazetteer.withFolder(folder);

    assertEquals(
        List.of(Optional.of("Nippon"), Optional.of("My Island")),
        List.of(gazetteer.label("JP"), gazetteer.label("my-island")));
    assertNotEquals(Gazetteer.builtIn().version(), gazetteer.version());
  }

  @Test
  void namesAMalformedLineAndUsesTheRest() throws IOException {
    Path file = folder.resolve("place-names.tsv");
    Files.writeString(
        file,
        """
        # my names
        name\tid\thow\tflags
        Nowhere\tno-such-id\tname\t
        Nippon\tJP\tnickname\t
        Dai Nippon\tJP\tname\tcaps
        """);
    Gazetteer gazetteer = Gazetteer.withFolder(folder);

    assertEquals(
        List.of(
            file + ":3: left out, no place has the id 'no-such-id'",
            file
                + ":4: left out, 'nickname' is not one of"
                + " [NAME, DEMONYM, METONYM, ABBREVIATION, PREFIX]"),
        gazetteer.problems().stream().map(GazetteerProblem::toString).toList());
    assertEquals(List.of("JP"), new EntityNames(gazetteer).ids(EntityKind.PLACE, "dai nippon"));
  }
}
