package dateline.corpus.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody was given to ask an archive with. The key itself is known to its holder alone; a
/// hash of it is kept.
///
/// @param name for the archive's owner
/// @param hash SHA-256 of the secret in hexadecimal digits: a secret of 160 random bits needs no
///   slower one
/// @param scope parameters of a search that finds what the holder may see; empty for everything
/// @param rate how often they may ask, such as `600/min`; empty for what the server allows
/// @param expires when it ends; null for never
/// @param revoked when it was ended; null while it was not
public record AccessKey(
    long id,
    String name,
    String hash,
    Role role,
    String scope,
    String rate,
    Instant created,
    @Nullable Instant expires,
    @Nullable Instant revoked) {
  /// Longest [#name] and [#scope], in UTF-16 units.
  public static final int NAME_MAX = 100;

  public static final int SCOPE_MAX = 4000;

  /// What a holder may do: each role all that those before it may.
  public enum Role {
    /// Search and read.
    READ,
    /// Whole lists as files.
    EXPORT,
    /// What changes saved searches, and what only operators need.
    ADMIN;

    public boolean includes(Role other) {
      return compareTo(other) >= 0;
    }
  }

  /// A key as its holder sends it.
  ///
  /// @param id which one it says to be
  public record Presented(long id, String secret) {
    private static final Pattern FORM = Pattern.compile("dateline_(\\d{1,18})_([0-9a-f]{40})");

    /// Empty where a text can be no key.
    public static Optional<Presented> read(String text) {
      Matcher form = FORM.matcher(text);
      return form.matches()
          ? Optional.of(new Presented(Long.parseLong(form.group(1)), form.group(2)))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return "dateline_" + id + "_" + secret;
    }
  }

  /// Whether a secret is this key's. Takes as long for a nearly right one as for a wrong one.
  public boolean isOpenedBy(String secret) {
    return MessageDigest.isEqual(hash.getBytes(UTF_8), hash(secret).getBytes(UTF_8));
  }

  /// Whether it opens at a time.
  public boolean isValid(Instant at) {
    return revoked == null && (expires == null || at.isBefore(expires));
  }

  static String hash(String secret) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
