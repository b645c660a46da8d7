package dateline.cli;

import dateline.corpus.store.AccessKey;
import dateline.corpus.store.AccessKey.Role;
import dateline.corpus.store.AccessKeys;
import dateline.search.access.Rate;
import dateline.search.engine.Scope;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    name = "keys",
    synopsisSubcommandLabel = "(add | list | revoke)",
    description = {
      "Give out keys with which people and programs may ask a server.",
      "",
      "A running server knows a new key, and no longer knows a revoked one, within a second."
    },
    footer = {
      "",
      "Examples:",
      "  dateline keys add \"Weather desk\" --index archive/",
      "  dateline keys add Intern --only \"source=Reuters&from=-30d\" --rate 60/min --index archive/",
      "  dateline keys revoke 2 --index archive/"
    })
final class KeysCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(command(), "say what to do: add, list or revoke");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Give out a key and print it, this once: only a hash of it is kept.",
        "Its holder sends it as Authorization: Bearer KEY, as X-Api-Key, or as the password of any user."
      })
  int add(
      @Parameters(paramLabel = "NAME", description = "For whom, for your list.") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "export",
              description =
                  "read; export: whole lists as files too; admin: saved searches, and what only operators need such as /metrics."
                      + " Default: ${DEFAULT-VALUE}")
          String role,
      @Option(
              names = "--only",
              paramLabel = "SEARCH",
              description =
                  "Parameters of a search that finds all that its holder may see, as in an address:"
                      + " \"source=Reuters&from=-30d\". Nothing else is there for them.")
          @Nullable String only,
      @Option(
              names = "--rate",
              paramLabel = "RATE",
              description = "How often they may ask: 600/min. Without it, as the server says.")
          @Nullable String rate,
      @Option(
              names = "--expires",
              paramLabel = "DATE",
              description = "First day (UTC) on which it opens nothing any more.")
          @Nullable String expires,
      @Mixin IndexFolder folder)
      throws IOException {
    if (name.isBlank()
        || name.length() > AccessKey.NAME_MAX
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new ParameterException(
          command(), "a key's name has 1 to " + AccessKey.NAME_MAX + " characters in one line");
    }
    AccessKeys.Issued issued =
        AccessKeys.add(
            folder.existing(),
            name.strip(),
            role(role),
            only == null ? "" : scope(only),
            rate == null ? "" : rate(rate),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            expires == null ? null : day(expires));
    PrintWriter out = command().getOut();
    out.println(issued.told());
    out.flush();
    command().getErr().printf("key %d for %s: note it now.%n", issued.key().id(), name.strip());
    return ExitCode.DONE;
  }

  private Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> word(role).equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ParameterException(
                command(),
                "--role is '%s'; possible are %s"
                    .formatted(
                        name,
                        Arrays.stream(Role.values())
                            .map(KeysCommand::word)
                            .collect(Collectors.joining(", ")))));
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private String scope(String only) {
    if (only.length() > AccessKey.SCOPE_MAX) {
      throw new ParameterException(
          command(), "--only has more than " + AccessKey.SCOPE_MAX + " characters");
    }
    try {
      var _ = Scope.read(only, Clock.systemUTC());
      return only;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command(), "--only is no search that finds a part: " + e.getMessage(), e);
    }
  }

  private String rate(String typed) {
    try {
      return Rate.parse(typed).toString();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command(), "--rate: " + e.getMessage(), e);
    }
  }

  private Instant day(String typed) {
    try {
      return LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          command(), "--expires is '" + typed + "'; write a day as 2027-01-31", e);
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "List all keys, without what they open with.")
  int list(@Mixin IndexFolder folder) throws IOException {
    PrintWriter out = command().getOut();
    Instant now = Instant.now();
    for (AccessKey key : AccessKeys.all(folder.existing())) {
      out.printf(
          "%d  %s  %s  since %s%s%s%s%n",
          key.id(),
          key.name(),
          word(key.role()),
          day(key.created()),
          key.scope().isEmpty() ? "" : "  only " + key.scope(),
          key.rate().isEmpty() ? "" : "  " + key.rate(),
          ending(key, now));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static String ending(AccessKey key, Instant now) {
    Instant revoked = key.revoked();
    Instant expires = key.expires();
    if (revoked != null) {
      return "  revoked on " + day(revoked);
    }
    if (expires == null) {
      return "";
    }
    return (key.isValid(now) ? "  expires on " : "  expired on ") + day(expires);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  @Command(mixinStandardHelpOptions = true, description = "End a key.")
  int revoke(
      @Parameters(paramLabel = "N", description = "Its number, as dateline keys list tells it.")
          long number,
      @Mixin IndexFolder folder)
      throws IOException {
    if (!AccessKeys.revoke(folder.existing(), number, Instant.now())) {
      throw new IOException(
          "there is no key %d in %s that opens. dateline keys list tells the numbers."
              .formatted(number, folder.home()));
    }
    command().getOut().printf("revoked key %d%n", number);
    return ExitCode.DONE;
  }

  private CommandLine command() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
