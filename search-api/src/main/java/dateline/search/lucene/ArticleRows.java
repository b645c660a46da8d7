package dateline.search.lucene;

import dateline.corpus.ArticleId;
import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleCard;
import dateline.index.schema.ArticleField;
import dateline.index.schema.EntityMention;
import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/// What a generation keeps beside the terms, by the number of an article in it.
final class ArticleRows {
  private final OpenGeneration generation;

  ArticleRows(OpenGeneration generation) {
    this.generation = generation;
  }

  OptionalInt numberOf(ArticleId id) throws IOException {
    TopDocs found =
        generation.searcher().search(new TermQuery(new Term(IndexNames.ID, id.value())), 1);
    return found.scoreDocs.length == 0
        ? OptionalInt.empty()
        : OptionalInt.of(found.scoreDocs[0].doc);
  }

  ArticleCard card(int number) throws IOException {
    LeafReaderContext leaf = leafOf(number);
    var cards = DocValues.getBinary(leaf.reader(), IndexNames.CARD);
    cards.advanceExact(number - leaf.docBase);
    BytesRef bytes = cards.binaryValue();
    return ArticleCard.fromBytes(bytes.bytes, bytes.offset, bytes.length);
  }

  /// The store's number of the version.
  long sequence(int number) throws IOException {
    LeafReaderContext leaf = leafOf(number);
    var sequences = DocValues.getNumeric(leaf.reader(), IndexNames.SEQUENCE);
    sequences.advanceExact(number - leaf.docBase);
    return sequences.longValue();
  }

  /// What an article is sorted by when it has no score.
  HitOrder.Key date(int number) throws IOException {
    LeafReaderContext leaf = leafOf(number);
    var seconds = DocValues.getNumeric(leaf.reader(), IndexNames.PUBLISHED);
    var ids = DocValues.getSorted(leaf.reader(), IndexNames.ID);
    ids.advanceExact(number - leaf.docBase);
    return new HitOrder.Key(
        0,
        seconds.advanceExact(number - leaf.docBase) ? seconds.longValue() : HitOrder.UNDATED,
        ids.lookupOrd(ids.ordValue()).utf8ToString());
  }

  /// The group of near-identical articles that it is in; 0 for none, also where the generation's
  /// schema has no groups.
  long story(int number) throws IOException {
    LeafReaderContext leaf = leafOf(number);
    var stories = DocValues.getNumeric(leaf.reader(), IndexNames.STORY);
    return stories.advanceExact(number - leaf.docBase) ? stories.longValue() : 0;
  }

  List<EntityMention> mentions(int number) throws IOException {
    var document = generation.reader().storedFields().document(number, Set.of(IndexNames.MENTIONS));
    BytesRef bytes = document.getBinaryValue(IndexNames.MENTIONS);
    return bytes == null
        ? List.of()
        : EntityMention.fromBytes(bytes.bytes, bytes.offset, bytes.length);
  }

  /// All values that the article has in a field.
  Set<String> values(int number, ArticleField field) throws IOException {
    LeafReaderContext leaf = leafOf(number);
    var values = DocValues.getSortedSet(leaf.reader(), field.parameter());
    var found = new HashSet<String>();
    if (values.advanceExact(number - leaf.docBase)) {
      for (int i = values.docValueCount(); i > 0; i--) {
        found.add(values.lookupOrd(values.nextOrd()).utf8ToString());
      }
    }
    return found;
  }

  /// The field whose filter finds an article by an entity.
  static ArticleField filterOf(EntityKind kind) {
    return switch (kind) {
      case PERSON -> ArticleField.PERSON;
      case PLACE -> ArticleField.PLACE;
      case ORGANISATION -> ArticleField.ORG;
      case ISSUE -> ArticleField.ISSUE;
    };
  }

  private LeafReaderContext leafOf(int number) {
    List<LeafReaderContext> leaves = generation.reader().leaves();
    return leaves.get(ReaderUtil.subIndex(number, leaves));
  }
}
