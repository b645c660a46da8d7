package dateline.vectors;

import dateline.search.engine.Reranker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A cross-encoder of the user's own: the files `reranker.onnx` and `reranker-tokenizer.json`
/// beside this jar. It must be of the family BERT with a vocabulary of word pieces, and give one
/// number for query and text. Without these files it asks for no hits.
public final class CrossEncoder implements Reranker {
  static final String MODEL = "reranker.onnx";
  static final String TOKENIZER = "reranker-tokenizer.json";

  private static final int HITS = 30;
  private static final int WORDS = 300;
  private static final int PIECES_MAX = 512;

  private final @Nullable OnnxModel model;
  private final @Nullable WordPieces vocabulary;

  public CrossEncoder() {
    this(besideThisJar());
  }

  CrossEncoder(Path folder) {
    Path file = folder.resolve(MODEL);
    if (!Files.exists(file)) {
      model = null;
      vocabulary = null;
      return;
    }
    try (InputStream tokenizer = Files.newInputStream(folder.resolve(TOKENIZER))) {
      vocabulary = WordPieces.read(tokenizer);
      model = new OnnxModel(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the reranker's files in " + folder, e);
    }
  }

  private static Path besideThisJar() {
    try {
      Path jar =
          Path.of(CrossEncoder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Objects.requireNonNull(jar.toAbsolutePath().getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("this jar lies at no path", e);
    }
  }

  @Override
  public int hits() {
    return model == null ? 0 : HITS;
  }

  @Override
  public int words() {
    return WORDS;
  }

  @Override
  public float[] scores(String query, List<String> texts) {
    OnnxModel asked = Objects.requireNonNull(model);
    WordPieces pieces = Objects.requireNonNull(vocabulary);
    float[] scores = new float[texts.size()];
    int ofQuery = pieces.of(query, PIECES_MAX).size();
    for (int i = 0; i < scores.length; i++) {
      List<Integer> both = pieces.of(List.of(query, texts.get(i)), PIECES_MAX);
      long[] segments = new long[both.size()];
      for (int place = ofQuery; place < segments.length; place++) {
        segments[place] = 1;
      }
      scores[i] = asked.run(both, segments)[0];
    }
    return scores;
  }
}
