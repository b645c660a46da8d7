package dateline.corpus.read;

import dateline.corpus.ArticleId;
import java.util.regex.Pattern;

/// The id of an article that is a file: its name without extension, with the folders above it.
///
/// Letters, digits and `. _ - /` stay; other characters become `-`. A name that is changed by this,
/// or is too long, gets eight hexadecimal digits of its SHA-256, so that `a b.txt` and `a-b.txt`
/// stay two articles.
final class FileId {
  private static final int LENGTH_MAX = ArticleId.LENGTH_MAX / 2;
  private static final Pattern EXTENSION =
      Pattern.compile("(?<=[^/])\\.[A-Za-z0-9]{1,8}(\\.(?:gz|zst))?$");
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._/-]+");

  private FileId() {}

  static String of(String name) {
    String bare = EXTENSION.matcher(name).replaceFirst("");
    String safe = UNSAFE.matcher(bare).replaceAll("-");
    if (safe.equals(bare) && safe.length() <= LENGTH_MAX) {
      return safe;
    }
    String start = safe.substring(0, Math.min(safe.length(), LENGTH_MAX));
    return start + "-" + DerivedId.ofContent(bare).substring(0, 8);
  }
}
