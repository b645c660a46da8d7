package dateline.index.annotate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A trained model on disk: a magic number that tells its kind, then what the kind writes.
final class ModelFile {
  private ModelFile() {}

  interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  interface Reader<M> {
    M read(DataInputStream in) throws IOException;
  }

  /// The file is there whole or not at all.
  static void write(Path file, int magic, Content content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
      out.writeInt(magic);
      content.write(out);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// @throws IOException when the file is missing, cut off or something else
  static <M> M read(Path file, int magic, Reader<M> reader) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != magic) {
        throw new IOException(file + " is no trained model. Train again to make it anew.");
      }
      return reader.read(in);
    } catch (EOFException e) {
      throw new IOException(file + " ends early. Train again to make it anew.", e);
    }
  }
}
