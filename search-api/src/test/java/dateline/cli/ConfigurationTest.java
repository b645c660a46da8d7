package dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `dateline.conf` and the environment say, and what stops a start.
final class ConfigurationTest {
  private static final Map<String, String> REMOVED = Map.of("threads", "write workers instead");

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  Path folder;

  @Test
  void aFileSetsKeys() throws IOException {
    Path file =
        write(
            """
            # Dateline at the night desk
            index = /var/lib/dateline/archive

              source=/srv/wire
            source = /srv/own papers
            port   =   8081
            public-url = https://news.example.org
            heap = 4g
            """);

    Configuration read = Configuration.read(Map.of(), file, REMOVED);

    assertEquals(
        new Configuration(
            file,
            Map.of(
                ConfigKey.INDEX, List.of("/var/lib/dateline/archive"),
                ConfigKey.SOURCE, List.of("/srv/wire", "/srv/own papers"),
                ConfigKey.PORT, List.of("8081"),
                ConfigKey.PUBLIC_URL, List.of("https://news.example.org"),
                ConfigKey.HEAP, List.of("4g")),
            List.of()),
        read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          prot = 8080                 | there is no key 'prot'; did you mean 'port'?
          public_url = http://a       | there is no key 'public_url'; did you mean 'public-url'?
          Port = 8080                 | there is no key 'Port'; did you mean 'port'?
          colour = red                | there is no key 'colour'; the keys are index, source, id-prefix, workers, keep, report, host, port, public-url, anonymous, rate-limit, trusted-proxy, cors-origin, access-log, metrics, smtp-host, smtp-port, smtp-starttls, smtp-user, smtp-password-file, smtp-from, heap.
          threads = 4                 | the key 'threads' was removed; write workers instead.
          port 8080                   | 'port 8080' is no setting; write it as key = value.
          port =                      | 'port' has no value; write one, or remove the line.
          port = http                 | port: 'http' is not a whole number.
          port = 70000                | port: 70000 is not between 0 and 65535.
          port = 80 # the usual one   | the value of 'port' holds a #; give the comment a line of its own.
          workers = 0                 | workers: 0 is not between 1 and 256.
          keep = 101                  | keep: 101 is not between 0 and 100.
          keep = all                  | keep: 'all' is not a whole number.
          host = my host              | host: 'my host' is no address; write it as 127.0.0.1.
          public-url = news           | public-url: 'news' is no web address without path; write it as https://news.example.org.
          public-url = ftp://a        | public-url: 'ftp://a' is no web address without path; write it as https://news.example.org.
          public-url = <a>            | public-url: '<a>' is no web address without path; write it as https://news.example.org.
          anonymous = admin           | anonymous: 'admin' is none of export, read and none.
          rate-limit = 600            | rate-limit: '600' is no rate; write 1 to 1000000 requests in a unit of s, min, h or day, such as 600/min.
          trusted-proxy = proxy       | trusted-proxy: 'proxy' is no address or network; write it as 10.0.0.7 or 10.0.0.0/8.
          cors-origin = news          | cors-origin: 'news' is no site; write it as https://news.example.org, or *.
          index = archive             | index: 'archive' is no full path; write it from / on.
          index = "/srv/archive"      | index: '"/srv/archive"' is no full path; write it from / on.
          source = ../wire            | source: '../wire' is no full path; write it from / on.
          report = run.json           | report: 'run.json' is no full path; write it from / on.
          access-log = log            | access-log: 'log' is no full path; write it from / on.
          metrics = yes               | metrics: 'yes' is neither on nor off.
          heap = 63m                  | heap: '63m' is no size; write at least 64m, such as 900m or 4g.
          heap = much                 | heap: 'much' is no size; write at least 64m, such as 900m or 4g.
          heap = 0g                   | heap: '0g' is no size; write at least 64m, such as 900m or 4g.
          """)
  void aWrongLineIsNamed(String line, String fault) throws IOException {
    Path file = write("# first\n\n" + line + "\n");

    assertEquals(
        List.of(file + ":3: " + fault), Configuration.read(Map.of(), file, REMOVED).problems());
  }

  @Test
  void aKeyStandsOnceAndASourceAsOftenAsNeeded() throws IOException {
    Path file = write("port = 80\nsource = /a\nport = 81\nsource = /b\n");

    assertEquals(
        List.of(file + ":3: 'port' stands in line 1 already; remove one of them."),
        Configuration.read(Map.of(), file, REMOVED).problems());
  }

  @Test
  void everyProblemIsToldAtOnce() throws IOException {
    Path file = write("prot = 80\nheap = 1\n");

    assertEquals(
        List.of(
            file + ":1: there is no key 'prot'; did you mean 'port'?",
            file + ":2: heap: '1' is no size; write at least 64m, such as 900m or 4g.",
            "DATELINE_WORKERS: 'all' is not a whole number."),
        Configuration.read(Map.of("DATELINE_WORKERS", "all"), file, REMOVED).problems());
  }

  @Test
  void theEnvironmentComesBeforeTheFile() throws IOException {
    Path file = write("port = 80\nhost = 0.0.0.0\nsource = /a\nsource = /b\n");
    Map<String, String> environment =
        Map.of("DATELINE_PORT", "81", "DATELINE_SOURCE", "/c:/d", "DATELINE_HOST", "");

    assertEquals(
        Map.of(
            ConfigKey.PORT, List.of("81"),
            ConfigKey.HOST, List.of("0.0.0.0"),
            ConfigKey.SOURCE, List.of("/c", "/d")),
        Configuration.read(environment, file, REMOVED).values());
  }

  @Test
  void everyKeyIsAVariableToo() {
    var environment = new TreeMap<String, String>();
    for (ConfigKey key : ConfigKey.values()) {
      environment.put(key.variable(), key == ConfigKey.HOST ? "::1" : sample(key));
    }

    Configuration read = Configuration.read(environment, folder.resolve("none"), REMOVED);

    assertEquals(List.of(), read.problems());
    assertEquals(EnumSet.allOf(ConfigKey.class), read.values().keySet());
  }

  private static String sample(ConfigKey key) {
    return Arrays.asList(
            "/srv",
            "on",
            "64m",
            "9",
            "https://a.example",
            "read",
            "9/s",
            "10.0.0.7",
            "true",
            "a@b.example")
        .stream()
        .filter(value -> key.fault(value).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "DATELINE_PROT, the environment has DATELINE_PROT. Did you mean DATELINE_PORT?",
    "DATELINE_PUBLICURL, the environment has DATELINE_PUBLICURL. Did you mean DATELINE_PUBLIC_URL?",
    "DATELINE_HOME, ''",
    "DATELINE_JAVA, ''",
    "DATELINE_DEBUG, ''",
    "DATELINE_TEST_DATA, ''",
    "DATELINE_SERVICE_HOST, ''"
  })
  void aVariableThatIsNearlyOursIsASlip(String name, String problem) {
    List<String> problems =
        Configuration.read(Map.of(name, "1"), folder.resolve("none"), REMOVED).problems();

    assertEquals(problem, String.join("\n", problems));
  }

  @Test
  void theEnvironmentNamesTheFile() throws IOException {
    Path system = write("port = 80\n");
    Path named = Files.writeString(folder.resolve("named.conf"), "port = 81\n");

    assertEquals(Map.of(ConfigKey.PORT, List.of("80")), values(Map.of(), system));
    assertEquals(
        Map.of(ConfigKey.PORT, List.of("81")),
        values(Map.of("DATELINE_CONFIG", named.toString()), system));
    assertEquals(Map.of(), values(Map.of("DATELINE_CONFIG", ""), system));
    assertEquals(Map.of(), values(Map.of(), folder.resolve("none")));
  }

  private static Map<ConfigKey, List<String>> values(Map<String, String> environment, Path file) {
    Configuration read = Configuration.read(environment, file, REMOVED);
    assertEquals(List.of(), read.problems());
    return read.values();
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Path none = folder.resolve("none.conf");
    Path latin = folder.resolve("latin.conf");
    Files.write(latin, new byte[] {'#', (byte) 0xe9, '\n'});

    assertEquals(
        """
        cannot read the configuration %s: there is no %1$s. Name another file in DATELINE_CONFIG, or none.
        cannot read the configuration %s: it is a folder. Name another file in DATELINE_CONFIG, or none.
        %s: the file is not UTF-8. Save it as UTF-8.
        """
            .formatted(none, folder, latin),
        List.of(none, folder, latin).stream()
            .map(file -> Map.of("DATELINE_CONFIG", file.toString()))
            .map(environment ->
                String.join("\n", Configuration.read(environment, none, REMOVED).problems()))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("dateline.conf"), content);
  }
}
