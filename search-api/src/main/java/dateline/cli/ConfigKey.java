package dateline.cli;

import dateline.corpus.store.Destination;
import dateline.index.IndexOptions;
import dateline.search.access.AccessRules;
import dateline.search.access.Rate;
import dateline.search.access.TrustedProxies;
import dateline.search.http.HttpOptions;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What can be set in `dateline.conf` and in the environment. A key is called like the option for
/// which it stands, a variable like the key: `public-url`, `--public-url`, `DATELINE_PUBLIC_URL`.
enum ConfigKey {
  /// The archive's home.
  INDEX(Value.PATH),
  SOURCE(Value.PATHS),
  ID_PREFIX(Value.TEXT),
  WORKERS(Value.WORKERS),
  /// Indexes kept to go back to.
  KEEP(Value.KEEP),
  REPORT(Value.PATH),
  HOST(Value.HOST),
  PORT(Value.PORT),
  PUBLIC_URL(Value.WEB_ADDRESS),
  ANONYMOUS(Value.ROLE),
  RATE_LIMIT(Value.RATE),
  TRUSTED_PROXY(Value.NETWORKS),
  CORS_ORIGIN(Value.ORIGINS),
  /// A file, or `-`.
  ACCESS_LOG(Value.LOG),
  METRICS(Value.SWITCH),
  SMTP_HOST(Value.HOST),
  SMTP_PORT(Value.PORT),
  SMTP_STARTTLS(Value.FLAG),
  SMTP_USER(Value.TEXT),
  SMTP_PASSWORD_FILE(Value.PATH),
  /// Sender of mails.
  SMTP_FROM(Value.MAIL),
  /// Read by the launcher, before there is a Java that could read it.
  HEAP(Value.HEAP);

  /// What a key's value may be.
  private enum Value {
    PATH,
    PATHS,
    TEXT,
    WORKERS,
    KEEP,
    HOST,
    PORT,
    WEB_ADDRESS,
    ROLE,
    RATE,
    NETWORKS,
    ORIGINS,
    LOG,
    SWITCH,
    FLAG,
    MAIL,
    HEAP
  }

  static final String VARIABLES = "DATELINE_";

  /// What stands for it where a file is named.
  static final String STANDARD_OUTPUT = "-";

  private static final Set<String> SWITCHES = Set.of("on", "off");
  private static final int PORT_MAX = 65_535;

  /// As in the launcher: at least 64 megabytes, or a gigabyte.
  private static final Pattern HEAP_SIZE =
      Pattern.compile("(?:6[4-9]|[7-9]\\d|[1-9]\\d{2,6})[mM]|[1-9]\\d{0,3}[gG]");

  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");

  /// An archive that is named to these changes what they do, so they want to be told.
  private static final Set<String> COMMANDS_WITHOUT_INDEX = Set.of("annotate", "train");

  /// Its option of that name takes a folder.
  private static final String COMMAND_WITHOUT_KEEP = "bench";

  private final Value value;

  ConfigKey(Value value) {
    this.value = value;
  }

  /// As it is written in the file.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String variable() {
    return VARIABLES + name();
  }

  String option() {
    return "--" + word();
  }

  boolean mayRepeat() {
    return Set.of(Value.PATHS, Value.NETWORKS, Value.ORIGINS).contains(value);
  }

  /// Between the values of a key that may repeat, in its variable.
  String separator() {
    return value == Value.PATHS ? File.pathSeparator : ","; // addresses hold colons
  }

  /// Whether a command that has the option takes it from here.
  boolean isFor(String command) {
    return switch (this) {
      case INDEX -> !COMMANDS_WITHOUT_INDEX.contains(command);
      case KEEP -> !command.equals(COMMAND_WITHOUT_KEEP);
      case SOURCE,
          ID_PREFIX,
          WORKERS,
          REPORT,
          HOST,
          PORT,
          PUBLIC_URL,
          ANONYMOUS,
          RATE_LIMIT,
          TRUSTED_PROXY,
          CORS_ORIGIN,
          ACCESS_LOG,
          METRICS,
          SMTP_HOST,
          SMTP_PORT,
          SMTP_STARTTLS,
          SMTP_USER,
          SMTP_PASSWORD_FILE,
          SMTP_FROM,
          HEAP ->
          true;
    };
  }

  static Optional<ConfigKey> of(String word) {
    return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ConfigKey::word).toList();
  }

  /// What is wrong with a value, in words that follow the key; empty when all is well.
  Optional<String> fault(String given) {
    return switch (value) {
      case PATH, PATHS -> path(given);
      case TEXT -> Optional.empty();
      case WORKERS -> number(given, 1, IndexOptions.WORKERS_MAX);
      case KEEP -> number(given, 0, IndexOptions.KEEP_MAX);
      case PORT -> number(given, 0, PORT_MAX);
      case HOST ->
          given.chars().anyMatch(Character::isWhitespace)
              ? Optional.of("'" + given + "' is no address; write it as 127.0.0.1")
              : Optional.empty();
      case WEB_ADDRESS -> webAddress(given);
      case ROLE ->
          given.equals(AccessRules.NOTHING) || AccessRules.role(given).isPresent()
              ? Optional.empty()
              : Optional.of("'" + given + "' is none of export, read and none");
      case RATE -> wrong(() -> Rate.parse(given));
      case NETWORKS -> wrong(() -> TrustedProxies.of(List.of(given)));
      case ORIGINS -> originFault(given);
      case LOG -> given.equals(STANDARD_OUTPUT) ? Optional.empty() : path(given);
      case SWITCH ->
          SWITCHES.contains(given)
              ? Optional.empty()
              : Optional.of("'" + given + "' is neither on nor off");
      case FLAG ->
          given.equals("true") || given.equals("false")
              ? Optional.empty()
              : Optional.of("'" + given + "' is neither true nor false");
      case MAIL ->
          Destination.Mail.isAddress(given)
              ? Optional.empty()
              : Optional.of("'" + given + "' is no mail address; write it as desk@example.org");
      case HEAP ->
          HEAP_SIZE.matcher(given).matches()
              ? Optional.empty()
              : Optional.of("'" + given + "' is no size; write at least 64m, such as 900m or 4g");
    };
  }

  /// A path that is not absolute would name another file in each folder that a command is started
  /// in.
  private static Optional<String> path(String given) {
    try {
      return Path.of(given).isAbsolute()
          ? Optional.empty()
          : Optional.of("'" + given + "' is no full path; write it from / on");
    } catch (InvalidPathException _) { // a NUL
      return Optional.of("the path holds a character that no file name can have");
    }
  }

  private static Optional<String> number(String given, int min, int max) {
    try {
      int number = Integer.parseInt(given);
      return number >= min && number <= max
          ? Optional.empty()
          : Optional.of(given + " is not between " + min + " and " + max);
    } catch (NumberFormatException _) {
      return Optional.of("'" + given + "' is not a whole number");
    }
  }

  /// Says what is wrong by what a reader of the value throws.
  private static Optional<String> wrong(Supplier<?> reading) {
    try {
      var _ = reading.get();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /// What is wrong with a site that may ask by script.
  static Optional<String> originFault(String given) {
    boolean isOrigin = ORIGIN.matcher(given).matches();
    return isOrigin || given.equals("*")
        ? Optional.empty()
        : Optional.of("'" + given + "' is no site; write it as https://news.example.org, or *");
  }

  private static Optional<String> webAddress(String given) {
    try {
      new HttpOptions("127.0.0.1", 0, new URI(given));
      return Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException _) { // the form is all that matters
      return Optional.of(
          "'" + given + "' is no web address without path; write it as https://news.example.org");
    }
  }
}
