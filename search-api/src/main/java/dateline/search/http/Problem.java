package dateline.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What goes over the wire when a request fails: RFC 9457 problem details.
///
/// @param type `about:blank`: `code` tells problems apart
/// @param title the status in words
/// @param detail one sentence for people: what is wrong and what to do
/// @param code stable, for programs
/// @param parameter the one at fault; null when none is
/// @param position code points from the start of the query text; null when it is not about that
/// @param suggestion what was probably meant; null without a good guess
/// @param reference names the event in the server's log; null when it is not there
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String parameter,
    @Nullable Integer position,
    @Nullable String suggestion,
    @Nullable String reference) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String code, String detail) {
    return new Problem("about:blank", title(status), status, detail, code, null, null, null, null);
  }

  Problem about(String name, @Nullable String meant) {
    return new Problem(type, title, status, detail, code, name, position, meant, reference);
  }

  Problem at(int place, @Nullable String meant) {
    return new Problem(type, title, status, detail, code, parameter, place, meant, reference);
  }

  Problem loggedAs(String id) {
    return new Problem(type, title, status, detail, code, parameter, position, suggestion, id);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }
}
