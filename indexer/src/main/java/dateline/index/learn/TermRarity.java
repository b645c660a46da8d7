package dateline.index.learn;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How many articles hold each term of one language's text fields. Decides, with [#of], which plain
/// words an article may lack.
///
/// File: the magic number `DLR1`, articles (long), terms (int); then the terms in order of their
/// UTF-8 bytes, each as its length (short), its bytes and its number of articles (int). All numbers
/// are big-endian.
public final class TermRarity {
  private static final int MAGIC = 0x444C5231;

  private final long articles;
  private final byte[] text;
  private final int[] starts;
  private final int[] counts;

  private TermRarity(long articles, byte[] text, int[] starts, int[] counts) {
    this.articles = articles;
    this.text = text;
    this.starts = starts;
    this.counts = counts;
  }

  /// Collects terms, which must come in order of their UTF-8 bytes, each once.
  public static final class Builder {
    private final List<byte[]> terms = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();

    public void add(byte[] term, int articles) {
      terms.add(term);
      counts.add(articles);
    }

    public TermRarity build(long articles) {
      int[] starts = new int[terms.size() + 1];
      for (int i = 0; i < terms.size(); i++) {
        starts[i + 1] = starts[i] + terms.get(i).length;
      }
      byte[] text = new byte[starts[terms.size()]];
      for (int i = 0; i < terms.size(); i++) {
        System.arraycopy(terms.get(i), 0, text, starts[i], terms.get(i).length);
      }
      return new TermRarity(
          articles, text, starts, counts.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /// Articles that hold the term; 0 when none did as the table was made.
  public int count(String term) {
    byte[] sought = term.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = counts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              text, starts[middle], starts[middle + 1], sought, 0, sought.length);
      if (order == 0) {
        return counts[middle];
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 0;
  }

  /// How many articles the table was learned from.
  public long articles() {
    return articles;
  }

  /// A term of the table.
  ///
  /// @param articles that hold it
  public record Counted(String term, int articles) {}

  /// All terms in the order of their UTF-8 bytes.
  public Stream<Counted> terms() {
    return IntStream.range(0, counts.length)
        .mapToObj(i ->
            new Counted(
                new String(text, starts[i], starts[i + 1] - starts[i], StandardCharsets.UTF_8),
                counts[i]));
  }

  /// The rarity of something that `count` articles hold: ln(1 + (N - n + ½) / (n + ½)), the inverse
  /// document frequency of BM25 as in Robertson and Zaragoza, _The Probabilistic Relevance
  /// Framework_, 2009, kept positive.
  public double of(int count) {
    double held = Math.min(count, articles);
    return Math.log1p((articles - held + 0.5) / (held + 0.5));
  }

  public void write(Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(MAGIC);
      out.writeLong(articles);
      out.writeInt(counts.length);
      for (int i = 0; i < counts.length; i++) {
        out.writeShort(starts[i + 1] - starts[i]);
        out.write(text, starts[i], starts[i + 1] - starts[i]);
        out.writeInt(counts[i]);
      }
    }
  }

  /// @throws IOException when the file is missing, cut off or something else
  public static TermRarity read(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " is no table of term rarity. Index again to make it anew.");
      }
      long articles = in.readLong();
      int terms = in.readInt();
      var builder = new Builder();
      for (int i = 0; i < terms; i++) {
        byte[] term = new byte[in.readUnsignedShort()];
        in.readFully(term);
        builder.add(term, in.readInt());
      }
      return builder.build(articles);
    } catch (java.io.EOFException e) {
      throw new IOException(file + " ends early. Index again to make it anew.", e);
    }
  }
}
