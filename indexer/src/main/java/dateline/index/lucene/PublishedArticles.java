package dateline.index.lucene;

import dateline.corpus.EntityKind;
import dateline.index.meaning.Meaning;
import dateline.index.schema.ArticleField;
import dateline.index.schema.IndexNames;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Which articles a finished index holds, and in which version. For use by one thread.
public final class PublishedArticles implements Closeable {
  private final Directory directory;
  private final DirectoryReader reader;

  public PublishedArticles(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    try {
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  public long articles() {
    return reader.numDocs();
  }

  /// The store's number of the version that the index holds of an article; empty when it holds
  /// none.
  public OptionalLong sequence(String id) throws IOException {
    return number(id, IndexNames.SEQUENCE);
  }

  /// The group of near-identical articles that an article is in, as its least sequence; 0 for none.
  public long story(String id) throws IOException {
    return number(id, IndexNames.STORY).orElse(0);
  }

  /// The vector that an article has; null for none.
  public @Nullable Meaning meaning(String id) throws IOException {
    var term = new Term(IndexNames.ID, id);
    for (LeafReaderContext leaf : reader.leaves()) {
      int article = living(leaf.reader(), term);
      if (article != DocIdSetIterator.NO_MORE_DOCS) {
        BinaryDocValues vectors = DocValues.getBinary(leaf.reader(), IndexNames.MEANING);
        if (vectors.advanceExact(article)) {
          BytesRef bytes = vectors.binaryValue();
          return Meaning.fromBytes(bytes.bytes, bytes.offset, bytes.length);
        }
      }
    }
    return null;
  }

  private OptionalLong number(String id, String field) throws IOException {
    var term = new Term(IndexNames.ID, id);
    for (LeafReaderContext leaf : reader.leaves()) {
      int article = living(leaf.reader(), term);
      if (article != DocIdSetIterator.NO_MORE_DOCS) {
        NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), field);
        if (numbers.advanceExact(article)) {
          return OptionalLong.of(numbers.longValue());
        }
      }
    }
    return OptionalLong.empty();
  }

  /// Those of some ids of which the index holds text, be it in a deleted document.
  public Set<String> withTextOf(Set<String> ids) throws IOException {
    var found = new LinkedHashSet<String>();
    for (String id : ids) {
      if (reader.docFreq(new Term(IndexNames.ID, id)) > 0) {
        found.add(id);
      }
    }
    return found;
  }

  /// Ids of the articles that name any of some entities.
  public List<String> naming(EntityKind kind, Set<String> entities) throws IOException {
    String field =
        switch (kind) {
          case PERSON -> ArticleField.PERSON.parameter();
          case PLACE -> ArticleField.PLACE_MENTION.parameter();
          case ORGANISATION -> ArticleField.ORG.parameter();
          case ISSUE -> ArticleField.ISSUE.parameter();
        };
    var ids = new ArrayList<String>();
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues all = DocValues.getSorted(leaf.reader(), IndexNames.ID);
      for (String entity : entities) {
        Bits living = leaf.reader().getLiveDocs();
        PostingsEnum naming = leaf.reader().postings(new Term(field, entity), PostingsEnum.NONE);
        while (naming != null && naming.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          boolean isLiving = living == null || living.get(naming.docID());
          if (isLiving && all.advanceExact(naming.docID())) {
            BytesRef id = all.lookupOrd(all.ordValue());
            ids.add(id.utf8ToString());
          }
        }
      }
    }
    return ids.stream().distinct().toList();
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      reader.close();
    }
  }

  private static int living(LeafReader segment, Term term) throws IOException {
    PostingsEnum articles = segment.postings(term, PostingsEnum.NONE);
    if (articles == null) {
      return DocIdSetIterator.NO_MORE_DOCS;
    }
    Bits living = segment.getLiveDocs();
    int article = articles.nextDoc();
    while (article != DocIdSetIterator.NO_MORE_DOCS && living != null && !living.get(article)) {
      article = articles.nextDoc();
    }
    return article;
  }
}
