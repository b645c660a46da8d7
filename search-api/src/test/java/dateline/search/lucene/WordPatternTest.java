package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordPatternTest {
  @ParameterizedTest
  @CsvSource({
    "minist*, minister, true",
    "minist*, minist, true",
    "minist*, administer, false",
    "Minist*, ministry, true",
    "wom?n, women, true",
    "wom?n, womn, false",
    "wom?n, womaan, false",
    "wom?n*, womanly, true",
    "café*, cafeteria, true",
    "colour~1, color, true",
    "colour~1, colours, true",
    "color~1, colours, false",
    "color~2, colours, true",
    "tarfif~1, tariff, true",
  })
  void fits(String pattern, String word, boolean fits) {
    assertEquals(fits, new WordPattern(pattern).fits(word));
  }

  /// Word 2199 is held by two articles, so it is among the commonest.
  @Test
  void standsForTheCommonestWords() throws IOException {
    try (var directory = new ByteBuffersDirectory();
        var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      var all = new StringBuilder();
      for (int i = 1000; i < 2200; i++) {
        all.append("word").append(i).append(' ');
      }
      add(all.toString(), writer);
      add("word2199", writer);
      try (var reader = DirectoryReader.open(writer)) {
        List<String> words = new WordPattern("word*").words(reader, "body");

        assertEquals(WordPattern.WORDS_MAX, words.size());
        assertEquals("word1000", words.getFirst());
        assertEquals("word1998", words.get(words.size() - 2));
        assertEquals("word2199", words.getLast());
        assertEquals(List.of(), new WordPattern("word*").words(reader, "headline"));
      }
    }
  }

  private static void add(String text, IndexWriter writer) throws IOException {
    var article = new Document();
    article.add(new TextField("body", text, Field.Store.NO));
    writer.addDocument(article);
  }
}
