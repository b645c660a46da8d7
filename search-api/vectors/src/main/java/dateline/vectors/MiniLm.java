package dateline.vectors;

import dateline.index.meaning.TextEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// all-MiniLM-L6-v2 with weights of one byte: 384 numbers, the mean over the pieces of a text. It
/// was trained on English.
public final class MiniLm implements TextEncoder {
  private static final String FILE = "/all-minilm-l6-v2-q";
  private static final int DIMENSIONS = 384;

  /// Of the 256 pieces that it was trained on, so many words are safely whole.
  private static final int WORDS_MAX = 180;

  private static final int PIECES_MAX = 256;

  private final WordPieces vocabulary;
  private final OnnxModel model;

  public MiniLm() {
    try (InputStream tokenizer = resource(FILE + "-tokenizer.json");
        InputStream weights = resource(FILE + ".onnx")) {
      vocabulary = WordPieces.read(tokenizer);
      model = new OnnxModel(weights.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the model that comes with this jar", e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        MiniLm.class.getResourceAsStream(name),
        () -> name + " is missing: copy all jars of the folder, not this one alone");
  }

  @Override
  public String version() {
    return "all-minilm-l6-v2-q 1";
  }

  @Override
  public int wordsMax() {
    return WORDS_MAX;
  }

  @Override
  public float[] vector(String text) {
    List<Integer> pieces = vocabulary.of(text, PIECES_MAX);
    float[] states = model.run(pieces, new long[pieces.size()]);
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < states.length; i++) {
      vector[i % DIMENSIONS] += states[i];
    }
    double length = 0;
    for (float each : vector) {
      length += (double) each * each;
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(length);
    }
    return vector;
  }
}
