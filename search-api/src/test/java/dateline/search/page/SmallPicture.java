package dateline.search.page;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Reduces a picture of a page to 256 colours, which takes a third of the bytes: the most frequent
/// of each kind, then the most frequent.
final class SmallPicture {
  private static final int COLOURS = 256;

  /// The upper three bits of red, green and blue.
  private static final int KIND = 0xe0e0e0;

  private SmallPicture() {}

  /// @param png what a browser drew
  static byte[] of(byte[] png) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    List<Integer> frequent =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    var kinds = new HashSet<Integer>();
    var palette =
        new LinkedHashSet<>(frequent.stream().filter(colour -> kinds.add(colour & KIND)).toList());
    palette.addAll(frequent);
    return png(picture, palette.stream().limit(COLOURS).toList());
  }

  private static byte[] png(BufferedImage picture, List<Integer> palette) throws IOException {
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    var model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
    var small =
        new BufferedImage(
            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> places = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int place =
            places.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, c -> nearest(c, colours));
        small.getRaster().setSample(x, y, 0, place);
      }
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(small, "png", bytes);
    return bytes.toByteArray();
  }

  private static int nearest(int colour, int[] colours) {
    int best = 0;
    for (int i = 1; i < colours.length; i++) {
      if (distance(colour, colours[i]) < distance(colour, colours[best])) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int distance = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
      distance += difference * difference;
    }
    return distance;
  }
}
