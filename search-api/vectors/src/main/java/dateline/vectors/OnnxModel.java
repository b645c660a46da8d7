package dateline.vectors;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A model of the family BERT: numbers of pieces of words in, numbers out. Safe for use by many
/// threads, each of which works alone.
final class OnnxModel {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /// @throws IllegalArgumentException when it is none that the runtime can run
  OnnxModel(byte[] model) {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalArgumentException("the model cannot be run: " + e.getMessage(), e);
    }
  }

  /// The first output for a sequence of pieces.
  ///
  /// @param segments for each piece the number of the text that it is of
  float[] run(List<Integer> pieces, long[] segments) {
    long[] shape = {1, pieces.size()};
    long[] numbers = pieces.stream().mapToLong(Integer::longValue).toArray();
    long[] all = new long[numbers.length];
    Arrays.fill(all, 1);
    var inputs = new HashMap<String, OnnxTensor>();
    try {
      for (Map.Entry<String, long[]> input :
          Map.of("input_ids", numbers, "attention_mask", all, "token_type_ids", segments)
              .entrySet()) {
        if (session.getInputNames().contains(input.getKey())) {
          inputs.put(
              input.getKey(),
              OnnxTensor.createTensor(environment, LongBuffer.wrap(input.getValue()), shape));
        }
      }
      try (OrtSession.Result result = session.run(inputs)) {
        FloatBuffer out = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] numbersOut = new float[out.remaining()];
        out.get(numbersOut);
        return numbersOut;
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the model failed: " + e.getMessage(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }
}
