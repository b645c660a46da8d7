package dateline.index.lucene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dateline.corpus.Article;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.IndexedArticle;
import dateline.index.generation.Manifest;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An index that is carried on, beside one that is written in one go.
final class LuceneWriterTest {
  private static final List<IndexedArticle> LATEST =
      List.of(
          article(11, "a", "Storm over the harbour"),
          article(2, "b", "Summit ends"),
          article(13, "c", "Harbour opens"));

  @TempDir Path folder;

  private static IndexedArticle article(long sequence, String id, String headline) {
    return new IndexedArticle(
        sequence, Article.builder(id).headline(headline).body(headline + ".").build(), List.of());
  }

  private Path whole() throws IOException {
    Path whole = Files.createDirectories(folder.resolve("whole"));
    try (var writer = new LuceneWriter(whole)) {
      for (IndexedArticle article : LATEST) {
        writer.add(article);
      }
      writer.finish();
    }
    return whole;
  }

  private Path first() throws IOException {
    Path first = Files.createDirectories(folder.resolve("first"));
    try (var writer = new LuceneWriter(first)) {
      writer.add(article(1, "a", "Zebra of the harbour"));
      writer.add(article(2, "b", "Summit ends"));
      writer.add(article(3, "d", "Zebras and storms withdrawn"));
      writer.finish();
    }
    return first;
  }

  private Path carriedOn(Path first) throws IOException {
    Path next = Files.createDirectories(folder.resolve("next"));
    try (Stream<Path> files = Files.list(first)) {
      for (Path file : files.filter(each -> !each.endsWith("write.lock")).toList()) {
        Files.createLink(next.resolve(file.getFileName()), file);
      }
    }
    try (var writer = LuceneWriter.onto(next)) {
      writer.replace(LATEST.getFirst());
      writer.remove("d");
      writer.remove("nobody");
      writer.replace(LATEST.getLast());
      writer.finish();
    }
    return next;
  }

  @Test
  void holdsTheSameArticlesAndLearnsTheSameRarity() throws IOException {
    Path whole = whole();
    Path next = carriedOn(first());

    assertEquals(3, LuceneWriter.verify(next));
    for (Twin twin : Twin.values()) {
      assertArrayEquals(rarity(whole, twin), rarity(next, twin), twin.toString());
    }
  }

  private byte[] rarity(Path index, Twin twin) throws IOException {
    Path file = folder.resolve("rarity.bin");
    try (var writer = LuceneWriter.onto(index)) {
      writer.rarity(twin).write(file);
    }
    return Files.readAllBytes(file);
  }

  @Test
  void leavesTheFilesItCarriesOnAsTheyAre() throws IOException {
    Path first = first();
    SortedMap<String, Manifest.FileSeal> before = GenerationStore.seal(first);

    carriedOn(first);

    assertEquals(before, GenerationStore.seal(first));
  }

  @Test
  void noticesAnArticleThatIsThereTwice() throws IOException {
    Path first = first();
    try (var writer = LuceneWriter.onto(first)) {
      writer.add(article(4, "b", "Summit ends once more"));
      writer.finish();
    }

    IOException twice = assertThrows(IOException.class, () -> LuceneWriter.verify(first));

    assertEquals("the index holds article b twice. Index again in full.", twice.getMessage());
  }
}
