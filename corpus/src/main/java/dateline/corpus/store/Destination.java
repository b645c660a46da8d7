package dateline.corpus.store;

import java.net.URI;
import java.util.regex.Pattern;

/// Where what a saved search finds is sent to. None of them shows a secret as a text.
public sealed interface Destination {
  /// Nowhere: it is read as a feed.
  record Feed() implements Destination {}

  /// To a program, by HTTP.
  ///
  /// @param secret what messages are signed with, so that the program can tell them from others
  record Webhook(URI address, String secret) implements Destination {
    public static final int ADDRESS_LENGTH_MAX = 2_000;
    public static final int SECRET_LENGTH_MIN = 16;
    public static final int SECRET_LENGTH_MAX = 256;

    public Webhook {
      if (!isWebAddress(address)) {
        throw new IllegalArgumentException(
            "'%s' is no web address of at most %,d characters without name and password; write it as https://desk.example.org/news"
                .formatted(address, ADDRESS_LENGTH_MAX));
      }
      int length = secret.length();
      if (length < SECRET_LENGTH_MIN || length > SECRET_LENGTH_MAX || !isPrintable(secret)) {
        throw new IllegalArgumentException(
            "the secret of a webhook is one line of %d to %d letters, digits and signs of ASCII; make one with openssl rand -hex 32"
                .formatted(SECRET_LENGTH_MIN, SECRET_LENGTH_MAX));
      }
    }

    private static boolean isWebAddress(URI address) {
      return address.getHost() != null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
          && address.getUserInfo() == null
          && address.getFragment() == null
          && address.toString().length() <= ADDRESS_LENGTH_MAX;
    }

    private static boolean isPrintable(String secret) {
      return secret.chars().allMatch(sign -> sign > ' ' && sign < 0x7f);
    }

    @Override
    public String toString() {
      return "webhook";
    }
  }

  /// To a person, by mail.
  record Mail(String address) implements Destination {
    /// RFC 5321, 4.5.3.1.
    private static final int LENGTH_MAX = 254;

    /// A plain address: what could end a header, or name a second reader, is none.
    private static final Pattern ADDRESS =
        Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    public Mail {
      if (!isAddress(address)) {
        throw new IllegalArgumentException(
            "'%s' is no mail address; write it as desk@example.org".formatted(address));
      }
    }

    public static boolean isAddress(String text) {
      return text.length() <= LENGTH_MAX && ADDRESS.matcher(text).matches();
    }

    @Override
    public String toString() {
      return "mail";
    }
  }

  /// In one word, for people and programs: `feed`, `webhook`, `mail`.
  default String word() {
    return switch (this) {
      case Feed _ -> "feed";
      case Webhook _ -> "webhook";
      case Mail _ -> "mail";
    };
  }
}
