package dateline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks at everything that a run or a server will need, and changes nothing.
final class Doctor {
  /// The first release with the classes and the speed that Dateline is built for.
  private static final int JAVA_MIN = 25;

  /// The system keeps the index in what the heap leaves; with less, each search waits for the disk.
  private static final double HEAP_SHARE_MAX = 0.75;

  /// A machine whose clock lost its battery begins in 1970 or in the year it was made.
  private static final Instant CLOCK_MIN = Instant.parse("2024-01-01T00:00:00Z");

  private final Machine machine;
  private final Configuration configuration;

  Doctor(Machine machine, Configuration configuration) {
    this.machine = machine;
    this.configuration = configuration;
  }

  /// @param home the archive's home; null where none was named
  List<Finding> findings(@Nullable Path home) {
    var findings = new ArrayList<Finding>();
    findings.add(java());
    findings.add(heap());
    findings.add(clock());
    findings.addAll(config());
    if (home == null) {
      findings.add(
          Finding.warn(
              "archive", "none was looked at", "Name its folder: dateline doctor --index DIR"));
    } else {
      findings.addAll(new HomeDoctor(home, machine).findings());
    }
    return findings;
  }

  private Finding java() {
    String value = machine.java() + " in " + System.getProperty("java.home");
    return machine.java().feature() < JAVA_MIN
        ? Finding.fail("java", value, "Install a JDK 25, or name one in DATELINE_JAVA.")
        : Finding.ok("java", value);
  }

  private Finding heap() {
    String value =
        String.format(
            Locale.ROOT,
            "%,d MB of %,d MB memory",
            machine.heapBytes() >> 20,
            machine.memoryBytes() >> 20);
    String next =
        "Lower heap in dateline.conf, or DATELINE_HEAP; the system keeps the index in the rest.";
    if (machine.heapBytes() > machine.memoryBytes()) {
      return Finding.fail("heap", value, next);
    }
    return machine.heapBytes() > HEAP_SHARE_MAX * machine.memoryBytes()
        ? Finding.warn("heap", value, next)
        : Finding.ok("heap", value);
  }

  private Finding clock() {
    Instant now = machine.clock().instant();
    return now.isBefore(CLOCK_MIN)
        ? Finding.fail(
            "clock", "it is " + now + " here", "Set the clock; generations are ordered by it.")
        : Finding.ok("clock", now.toString());
  }

  private List<Finding> config() {
    if (!configuration.problems().isEmpty()) {
      return configuration.problems().stream()
          .map(problem ->
              Finding.fail(
                  "config",
                  problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem,
                  "No command starts before this is mended."))
          .toList();
    }
    String keys =
        String.join(
            ", ",
            Stream.of(ConfigKey.values())
                .filter(configuration.values()::containsKey)
                .map(ConfigKey::word)
                .toList());
    return List.of(
        Finding.ok(
            "config",
            (configuration.file() == null ? "no file" : configuration.file().toString())
                + (keys.isEmpty() ? ", nothing is set" : ", set are " + keys)));
  }
}
