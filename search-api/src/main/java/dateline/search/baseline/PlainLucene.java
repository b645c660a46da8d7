package dateline.search.baseline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/// An index of one text field, with Lucene's English chain and BM25 as they come: no facets, no
/// snippets, no filters, totals beyond 1,000 not counted. Safe for use by many threads.
public final class PlainLucene implements Closeable {
  private static final String ID = "id";
  private static final String TEXT = "text";

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private PlainLucene(Path folder, Similarity similarity) throws IOException {
    directory = FSDirectory.open(folder);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(similarity);
    searcher.setQueryCache(null); // Dateline has none, and the same searches are asked many times
  }

  /// With BM25 as Lucene has it.
  public static PlainLucene open(Path folder) throws IOException {
    return new PlainLucene(folder, new BM25Similarity());
  }

  /// With BM25 as published runs of Anserini have it: k1 .9, b .4.
  public static PlainLucene openAsAnserini(Path folder) throws IOException {
    return new PlainLucene(folder, new BM25Similarity(0.9f, 0.4f));
  }

  /// Fills an empty folder. Many threads may add at once.
  public static final class Writer implements Closeable {
    private final Directory directory;
    private final IndexWriter writer;

    /// @param bufferMegabytes of heap until a segment is written
    public Writer(Path folder, double bufferMegabytes) throws IOException {
      directory = FSDirectory.open(folder);
      writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(new EnglishAnalyzer())
                  .setRAMBufferSizeMB(bufferMegabytes)
                  .setUseCompoundFile(false));
    }

    public void add(String id, String text) throws IOException {
      var document = new Document();
      document.add(new StringField(ID, id, Field.Store.YES));
      document.add(new TextField(TEXT, text, Field.Store.NO));
      writer.addDocument(document);
    }

    /// Brings everything to the disk.
    @Override
    public void close() throws IOException {
      try (directory) {
        writer.close();
      }
    }
  }

  /// A question, made once and asked often.
  public static final class Question {
    private final Query query;

    private Question(Query query) {
      this.query = query;
    }
  }

  /// Articles with at least one of the words.
  public Question any(String words) {
    Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, words, Occur.SHOULD);
    return new Question(query == null ? new MatchNoDocsQuery("no word to search") : query);
  }

  /// Articles with all of the words.
  public Question all(String words) {
    return new Question(new QueryBuilder(analyzer).createBooleanQuery(TEXT, words, Occur.MUST));
  }

  public Question phrase(String words) {
    return new Question(new QueryBuilder(analyzer).createPhraseQuery(TEXT, words));
  }

  /// How many articles match.
  public int count(Question question) throws IOException {
    return searcher.count(question.query);
  }

  /// Ids of the best articles.
  public List<String> search(Question question, int limit) throws IOException {
    ScoreDoc[] hits = searcher.search(question.query, limit).scoreDocs;
    var fields = searcher.storedFields();
    var ids = new String[hits.length];
    for (int i = 0; i < hits.length; i++) {
      ids[i] = fields.document(hits[i].doc).get(ID);
    }
    return List.of(ids);
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      reader.close();
    }
  }
}
