package dateline.index.lucene;

import dateline.corpus.Article;
import dateline.corpus.Zone;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.language.ArticleLanguage;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The terms of a finished index, as far as it must be known which of a text's words are in it. For
/// use by one thread.
public final class PublishedTerms implements Closeable {
  private final Directory directory;
  private final DirectoryReader reader;
  private final Analyzer analyzer = ArticleAnalyzers.perField();

  public PublishedTerms(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    try {
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  /// The stemmed terms of an article's text.
  public Set<String> termsOf(Article article) throws IOException {
    Twin twin = ArticleAnalyzers.twinOf(ArticleLanguage.of(article));
    String field = new TextField(Part.BODY, twin, Form.STEMMED).name();
    var terms = new LinkedHashSet<String>();
    for (Zone zone : Zone.values()) {
      terms.addAll(terms(field, article.text(zone)));
    }
    return terms;
  }

  /// Whether any article, be it deleted, holds a stemmed term.
  public boolean holds(String term) throws IOException {
    return holds(term, Form.STEMMED);
  }

  /// Whether any article, be it deleted, holds a word in lower case.
  public boolean holdsWord(String word) throws IOException {
    for (Twin twin : Twin.values()) {
      String field = new TextField(Part.BODY, twin, Form.PLAIN).name();
      for (String term : terms(field, word)) {
        if (holds(term, Form.PLAIN)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean holds(String term, Form form) throws IOException {
    for (Twin twin : Twin.values()) {
      for (Part part : Part.values()) {
        if (reader.docFreq(new Term(new TextField(part, twin, form).name(), term)) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private Set<String> terms(String field, String text) throws IOException {
    var terms = new LinkedHashSet<String>();
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
    }
    return terms;
  }

  @Override
  public void close() throws IOException {
    try (directory;
        analyzer) {
      reader.close();
    }
  }
}
