package dateline.cli;

import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.generation.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// Copies a generation without the terms of some fields, as a broken analyzer would write it.
final class DamagedIndex {
  private DamagedIndex() {}

  static Generation of(Generation whole, String name, Predicate<String> isEmpty, Path home)
      throws IOException {
    var generations = new GenerationStore(home);
    Path draft = generations.draft(name);
    try (var from = FSDirectory.open(whole.directory());
        var reader = DirectoryReader.open(from);
        var to = FSDirectory.open(draft);
        var writer = new IndexWriter(to, new IndexWriterConfig())) {
      for (LeafReaderContext leaf : reader.leaves()) {
        writer.addIndexes(SlowCodecReaderWrapper.wrap(new Emptied(leaf.reader(), isEmpty)));
      }
      writer.commit();
    }
    Manifest like = whole.manifest();
    return generations.complete(
        draft,
        new Manifest(
            name,
            like.schema(),
            like.analyzers(),
            like.gazetteer(),
            like.recognizers(),
            like.meaning(),
            like.tables(),
            like.runs(),
            like.articles(),
            like.built(),
            like.lineage(),
            GenerationStore.seal(draft)));
  }

  private static final class Emptied extends FilterLeafReader {
    private final Predicate<String> isEmpty;

    Emptied(LeafReader whole, Predicate<String> isEmpty) {
      super(whole);
      this.isEmpty = isEmpty;
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      return isEmpty.test(field) ? null : super.terms(field);
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return null;
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }
}
