package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

final class ArchiveSearcherTest {
  @Test
  void countsRarityOverAllLanguagesAndLengthInEach() throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer =
          new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        add(writer, "body_en", "quake in chile");
        add(writer, "body_en", "summit in tokyo");
        add(writer, "body_en", "talks in chile");
        add(writer, "body_es", "terremoto en el sur de chile");
      }
      try (var reader = DirectoryReader.open(directory)) {
        var searcher = new ArchiveSearcher(reader, List.of(Twin.ENGLISH, Twin.SPANISH));

        CollectionStatistics spanish =
            Objects.requireNonNull(searcher.collectionStatistics("body_es"));

        assertEquals(4, spanish.docCount());
        assertEquals(6, spanish.sumTotalTermFreq() / spanish.docCount());
        assertEquals(3, searcher.termStatistics(new Term("body_es", "chile"), 1, 1).docFreq());
        assertEquals(1, searcher.termStatistics(new Term("body_es", "terremoto"), 1, 1).docFreq());
      }
    }
  }

  private static void add(IndexWriter writer, String field, String text) throws IOException {
    var document = new Document();
    document.add(new TextField(field, text, Field.Store.NO));
    writer.addDocument(document);
  }
}
