package dateline.search.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.corpus.store.Destination;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Sends messages to programs by `POST`, one each.
///
/// `Idempotency-Key` names the message: whoever receives one twice has to act on it once.
/// `Dateline-Timestamp` has the second of the attempt, and `Dateline-Signature` is `sha256=` and
/// the HMAC of that second, a dot and the body, in hexadecimal, by the secret of the webhook. Any
/// answer 2xx means that the message arrived; redirects are not followed, and of an answer's body
/// nothing is read.
final class WebhookPost implements Closeable {
  static final Duration CONNECT_MAX = Duration.ofSeconds(5);
  static final Duration ANSWER_MAX = Duration.ofSeconds(10);

  private static final String HMAC = "HmacSHA256";

  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_MAX)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WebhookPost(Clock clock) {
    this.clock = clock;
  }

  void send(AlertMessage message, Destination.Webhook to) throws Undelivered, InterruptedException {
    byte[] body = message.json();
    String second = Long.toString(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(to.address())
            .timeout(ANSWER_MAX)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Dateline")
            .header("Idempotency-Key", message.key())
            .header("Dateline-Timestamp", second)
            .header("Dateline-Signature", "sha256=" + signature(to.secret(), second, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      answer.body().close();
      if (answer.statusCode() / 100 != 2) {
        throw new Undelivered("the receiver answered " + answer.statusCode());
      }
    } catch (HttpTimeoutException _) {
      throw new Undelivered(
          "the receiver did not answer within %d seconds".formatted(ANSWER_MAX.toSeconds()));
    } catch (ConnectException _) {
      throw new Undelivered("nobody listens at the receiver's address");
    } catch (IOException e) {
      throw new Undelivered("the connection broke: " + e.getClass().getSimpleName());
    }
  }

  static String signature(String secret, String second, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
      mac.update((second + ".").getBytes(UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  /// Ends what is under way.
  @Override
  public void close() {
    client.shutdownNow();
  }
}
