package dateline.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShareQueryTest {
  private static final List<String> ARTICLES = List.of("a", "b", "c", "a b", "a c", "b c", "a b c");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3 2 1 | 6   | a b c
          3 2 1 | 5   | a b,a b c
          3 2 1 | 4   | a b,a c,a b c
          3 2 1 | 3   | a,a b,a c,b c,a b c
          3 2 1 | 1   | a,b,c,a b,a c,b c,a b c
          1 1 1 | 2   | a b,a c,b c,a b c
          3 2 1 | 6.1 | -
          """)
  void matchesWhereTheWordsWeighEnough(String weights, double threshold, String matching)
      throws IOException {
    String[] each = weights.split(" ");
    List<ShareQuery.Weighted> words =
        List.of(
            word("a", Double.parseDouble(each[0])),
            word("b", Double.parseDouble(each[1])),
            word("c", Double.parseDouble(each[2])));

    List<String> found = search(ARTICLES, new ShareQuery(words, threshold));

    assertEquals(matching.equals("-") ? "" : matching, String.join(",", found));
  }

  /// Seed 1987; a failure prints the round.
  @Test
  void findsWhatAddingUpFinds() throws IOException {
    var random = new Random(1987);
    for (int round = 0; round < 100; round++) {
      List<String> articles = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        var text = new StringBuilder();
        for (char word = 'a'; word < 'h'; word++) {
          text.append(random.nextInt(3) == 0 ? word + " " : "");
        }
        articles.add(text.toString());
      }
      var words = new ArrayList<ShareQuery.Weighted>();
      double[] weights = random.doubles(6).toArray();
      for (int i = 0; i < weights.length; i++) {
        words.add(word(Character.toString('a' + i), weights[i]));
      }
      double threshold = random.nextDouble() * 2;

      List<String> expected =
          articles.stream().filter(text -> sum(text, weights) >= threshold).toList();

      assertEquals(expected, search(articles, new ShareQuery(words, threshold)), "round " + round);
    }
  }

  private static double sum(String text, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += text.indexOf('a' + i) >= 0 ? weights[i] : 0;
    }
    return sum;
  }

  private static ShareQuery.Weighted word(String text, double weight) {
    return new ShareQuery.Weighted(new TermQuery(new Term("text", text)), weight);
  }

  private static List<String> search(List<String> articles, ShareQuery query) throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer =
          new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        for (String text : articles) {
          var document = new Document();
          document.add(new TextField("text", text, Field.Store.YES));
          writer.addDocument(document);
          if (writer.getPendingNumDocs() % 10 == 0) {
            writer.flush(); // so that there are several segments
          }
        }
      }
      try (var reader = DirectoryReader.open(directory)) {
        var found = new ArrayList<String>();
        var hits = new IndexSearcher(reader).search(query, Math.max(1, articles.size()));
        var order = new ArrayList<Integer>();
        for (var hit : hits.scoreDocs) {
          order.add(hit.doc);
        }
        for (int article : order.stream().sorted().toList()) {
          found.add(reader.storedFields().document(article).get("text"));
        }
        return found;
      }
    }
  }
}
