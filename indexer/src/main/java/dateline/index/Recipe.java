package dateline.index;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.store.EntityEdits;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.annotate.Annotator;
import dateline.index.annotate.Models;
import dateline.index.annotate.Recognizers;
import dateline.index.meaning.TextEncoder;
import dateline.index.schema.IndexNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that decides what an article becomes in an index, besides the article and what is learned of
/// the archive.
///
/// @param annotator without knowledge of the archive
/// @param recognizers versions of the plugged-in ones
/// @param encoder gives articles their vectors; null for none
record Recipe(
    Gazetteer gazetteer,
    Annotator annotator,
    List<String> recognizers,
    @Nullable TextEncoder encoder,
    Repairs repairs,
    Versions versions) {
  Recipe {
    recognizers = List.copyOf(recognizers);
  }

  static Recipe of(
      Path home, Gazetteer gazetteer, Recognizers plugged, @Nullable TextEncoder encoder)
      throws IOException {
    return new Recipe(
        gazetteer,
        new Annotator(gazetteer).with(Models.of(home)).with(plugged),
        plugged.versions(),
        encoder,
        new Repairs(EntityEdits.all(home)),
        new Versions(
            IndexNames.SCHEMA_VERSION,
            ArticleAnalyzers.VERSION,
            gazetteer.version(),
            Versions.recognition(home, plugged.versions()),
            encoder == null ? null : encoder.version()));
  }
}
