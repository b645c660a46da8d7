package dateline.index.meaning;

import java.nio.ByteBuffer;

/// What a text means: a vector in steps of one byte.
///
/// Format: the size of a step (float, big-endian), then a byte for each number, -127 to 127.
public final class Meaning {
  private static final int STEPS = 127;

  private final float step;
  private final byte[] steps;

  private Meaning(float step, byte[] steps) {
    this.step = step;
    this.steps = steps;
  }

  /// The nearest one to a vector.
  static Meaning of(float[] vector) {
    float most = 0;
    for (float each : vector) {
      most = Math.max(most, Math.abs(each));
    }
    float step = most / STEPS;
    byte[] steps = new byte[vector.length];
    for (int i = 0; i < steps.length && step > 0; i++) {
      steps[i] = (byte) Math.round(vector[i] / step);
    }
    return new Meaning(step, steps);
  }

  public byte[] toBytes() {
    return ByteBuffer.allocate(Float.BYTES + steps.length).putFloat(step).put(steps).array();
  }

  /// @throws java.nio.BufferUnderflowException when there is too little
  public static Meaning fromBytes(byte[] bytes, int offset, int length) {
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    float step = in.getFloat();
    byte[] steps = new byte[in.remaining()];
    in.get(steps);
    return new Meaning(step, steps);
  }

  /// How near it is to a vector: the sum of the products of their numbers.
  ///
  /// @throws IllegalArgumentException when they do not have as many
  public float likeness(float[] vector) {
    if (vector.length != steps.length) {
      throw new IllegalArgumentException(
          "a vector of " + vector.length + " numbers beside one of " + steps.length);
    }
    float sum = 0;
    for (int i = 0; i < steps.length; i++) {
      sum += vector[i] * steps[i];
    }
    return sum * step;
  }
}
