package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.schema.IndexNames;
import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

final class StoriesTest {
  /// One article for each, its number as id, in segments of three.
  private static Stories of(Directory directory, int deleted, long... stories) throws IOException {
    var config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (var writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < stories.length; i++) {
        var article = new Document();
        article.add(new StringField(IndexNames.ID, Integer.toString(i), Field.Store.NO));
        if (stories[i] >= 0) {
          article.add(new NumericDocValuesField(IndexNames.STORY, stories[i]));
        }
        writer.addDocument(article);
        if (i % 3 == 2) {
          writer.flush();
        }
      }
      writer.deleteDocuments(new Term(IndexNames.ID, Integer.toString(deleted)));
    }
    try (var reader = DirectoryReader.open(directory)) {
      return Stories.read(reader);
    }
  }

  @Test
  void knowsTheArticlesOfEach() throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      Stories stories = of(directory, 4, 7, 0, 3, 7, 7, 0, 1L << 40, 3, 7);

      assertEquals(false, stories.isEmpty());
      assertArrayEquals(new int[] {0, 3, 8}, stories.articles(7));
      assertArrayEquals(new int[] {2, 7}, stories.articles(3));
      assertArrayEquals(new int[] {6}, stories.articles(1L << 40));
      assertArrayEquals(new int[0], stories.articles(5));
      assertArrayEquals(new int[0], stories.articles(0));
    }
  }

  @Test
  void areNoneWhereAllAreAlone() throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      assertEquals(true, of(directory, 0, 9, 0, 0, 0).isEmpty());
    }
  }

  /// As an older schema has it.
  @Test
  void areNoneWhereThereIsNoSuchField() throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      assertEquals(true, of(directory, 0, -1, -1, -1).isEmpty());
    }
  }
}
