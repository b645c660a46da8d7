package dateline.search.lucene;

import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.jspecify.annotations.Nullable;

/// Searches in which a word is as rare as it is among the articles of all languages.
///
/// Counted among those of its own language alone, no word of a language with few articles would be
/// rare, and all of them would stand behind the articles in other languages. How long a text is
/// remains a matter of its own language.
final class ArchiveSearcher extends IndexSearcher {
  static {
    // A phrase counts each of its words in each field, form and language. How much a query may ask
    // is bounded where it is read: 512 words, 1,000 terms of a wildcard.
    IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
  }

  private final Map<String, CollectionStatistics> widened = new HashMap<>();
  private final Map<String, List<String>> siblings = new HashMap<>();

  /// @param twins that hold articles
  ArchiveSearcher(IndexReader reader, List<Twin> twins) throws IOException {
    super(reader);
    for (Part part : Part.values()) {
      for (Form form : Form.values()) {
        widen(twins.stream().map(twin -> new TextField(part, twin, form).name()).toList());
      }
    }
  }

  private void widen(List<String> fields) throws IOException {
    var own = new HashMap<String, CollectionStatistics>();
    long articles = 0;
    for (String field : fields) {
      CollectionStatistics counted = super.collectionStatistics(field);
      if (counted != null) {
        own.put(field, counted);
        articles += counted.docCount();
      }
    }
    for (CollectionStatistics each : own.values()) {
      siblings.put(
          each.field(),
          own.keySet().stream().filter(other -> !other.equals(each.field())).toList());
      double factor = (double) articles / each.docCount();
      long words = Math.round(each.sumTotalTermFreq() * factor);
      long different = Math.min(words, Math.round(each.sumDocFreq() * factor));
      widened.put(
          each.field(),
          new CollectionStatistics(each.field(), each.maxDoc(), articles, words, different));
    }
  }

  /// What is a common word in another language is no rare one.
  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    int articles = docFreq;
    long times = totalTermFreq;
    for (String field : siblings.getOrDefault(term.field(), List.of())) {
      var same = new Term(field, term.bytes());
      articles += getIndexReader().docFreq(same);
      times += getIndexReader().totalTermFreq(same);
    }
    return super.termStatistics(term, articles, times);
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    CollectionStatistics known = widened.get(field);
    return known != null ? known : super.collectionStatistics(field);
  }
}
