package dateline.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model of one's own, here one that adds up the numbers of all pieces.
final class CrossEncoderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void asksForNothingWithoutItsFiles() {
    assertEquals(0, new CrossEncoder(folder).hits());
  }

  @Test
  void readsQueryAndTextTogether() throws Exception {
    Files.write(folder.resolve(CrossEncoder.MODEL), summing());
    Files.writeString(
        folder.resolve(CrossEncoder.TOKENIZER),
        """
        {"model": {"vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "port": 10, "strike": 100}}}
        """);
    var model = new CrossEncoder(folder);

    assertArrayEquals(
        new float[] {1 + 10 + 2 + 100 + 2, 1 + 10 + 2 + 2},
        model.scores("port", List.of("Strike", "")));
  }

  @Test
  void namesWhatItLacks() throws Exception {
    Files.write(folder.resolve(CrossEncoder.MODEL), summing());
    assertThrows(UncheckedIOException.class, () -> new CrossEncoder(folder));

    Files.writeString(folder.resolve(CrossEncoder.MODEL), "no model");
    Files.writeString(
        folder.resolve(CrossEncoder.TOKENIZER),
        "{\"model\": {\"vocab\": {\"[UNK]\": 0, \"[CLS]\": 1, \"[SEP]\": 2}}}");
    assertThrows(IllegalArgumentException.class, () -> new CrossEncoder(folder));
  }

  /// The file of a model of two steps, Cast and ReduceSum, as onnx.proto says.
  private static byte[] summing() {
    var toFloat = new Message().text(1, "to").number(3, 1).number(20, 2);
    var cast =
        new Message().text(1, "input_ids").text(2, "floats").text(4, "Cast").message(5, toFloat);
    var noDimensions = new Message().text(1, "keepdims").number(3, 0).number(20, 2);
    var sum =
        new Message()
            .text(1, "floats")
            .text(2, "sum")
            .text(4, "ReduceSum")
            .message(5, noDimensions);
    var one = new Message().number(1, 1);
    var pieces = new Message().text(2, "pieces");
    var shape = new Message().message(1, one).message(1, pieces);
    var numbers = new Message().number(1, 7).message(2, shape);
    var scalar = new Message().number(1, 1).message(2, new Message());
    var graph =
        new Message()
            .message(1, cast)
            .message(1, sum)
            .text(2, "sum")
            .message(
                11,
                new Message().text(1, "input_ids").message(2, new Message().message(1, numbers)))
            .message(12, new Message().text(1, "sum").message(2, new Message().message(1, scalar)));
    return new Message()
        .number(1, 8)
        .message(7, graph)
        .message(8, new Message().number(2, 13))
        .bytes();
  }

  /// A message of Protocol Buffers.
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, int value) {
      varint(field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private Message bytes(int field, byte[] value) {
      varint((field << 3) | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    private void varint(int value) {
      int rest = value;
      while (rest > 0x7F) {
        out.write((rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }
  }
}
