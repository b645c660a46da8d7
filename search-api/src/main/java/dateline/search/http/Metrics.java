package dateline.search.http;

import dateline.corpus.store.Notices;
import dateline.corpus.store.StoreException;
import dateline.search.engine.EngineFigures;
import dateline.search.engine.EngineStatus;
import dateline.search.engine.SearchEngine;
import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Counts for operators, read by Prometheus. Safe for use by many threads.
///
/// Every label has few values, whatever clients send: routes are templates, methods that no route
/// has are `other`, statuses are classes. Nothing of a query is in any.
final class Metrics {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /// Upper bounds of the histograms: the median of a search lies in the first ones, and a search is
  /// stopped after the last but one.
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(200),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final SearchEngine engine;
  private final Clock clock;
  private final @Nullable Path home;
  private final MultiGauge generation;
  private final MultiGauge notices;

  /// A registry holds on to nothing that it reads from.
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();

  /// @param home of the archive with the saved searches; null where there are none
  Metrics(SearchEngine engine, @Nullable Path home, Clock clock) {
    this.engine = engine;
    this.home = home;
    this.clock = clock;
    generation =
        MultiGauge.builder("dateline.generation")
            .description("1 for the generation that answers, named by its label")
            .register(registry);
    notices =
        MultiGauge.builder("dateline.alerts.undelivered")
            .description("Messages of saved searches that wait for delivery, or were given up")
            .register(registry);
    gauge("dateline.index.articles", "Articles that can be found", this::articles);
    gauge(
        "dateline.index.age.seconds",
        "Seconds since the generation that answers was published",
        this::ageSeconds);
    gauge(
        "dateline.generations.open",
        "Generations that answer: the live one, and those in which lists go on",
        () -> engine.figures().generationsOpen());
    gauge(
        "dateline.last.run.rejected",
        "Records that the last run put into quarantine",
        () -> engine.figures().rejected());
    FunctionCounter.builder("dateline.swaps", engine, read(each -> each.figures().swaps()))
        .description("How often another generation became the live one")
        .register(registry);
    machine();
  }

  /// Notes a request that has ended.
  void answered(Observation noted, String method, int status, Duration took) {
    Timer.builder("dateline.http.requests")
        .description("Requests by route, from the first byte read to the last one sent")
        .tags(
            Tags.of(
                "route",
                noted.route(),
                "method",
                METHODS.contains(method) ? method : "other",
                "status",
                status / 100 + "xx"))
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(took);
    if (noted.searchNanos() >= 0) {
      Timer.builder("dateline.searches")
          .description("Questions to the engine, by door")
          .tags(Tags.of("door", Door.of(noted.route()).word()))
          .serviceLevelObjectives(BOUNDS)
          .register(registry)
          .record(Duration.ofNanos(noted.searchNanos()));
    }
  }

  void show(Context context) {
    generation.register(generations(), true);
    notices.register(undelivered(), true);
    context.contentType(MEDIA_TYPE).header("Cache-Control", "no-store").result(registry.scrape());
  }

  private List<MultiGauge.Row<?>> generations() {
    try {
      EngineStatus status = engine.status();
      return List.of(MultiGauge.Row.of(Tags.of("name", status.generation()), 1));
    } catch (IOException _) { // none is open
      return List.of();
    }
  }

  private List<MultiGauge.Row<?>> undelivered() {
    if (home == null) {
      return List.of();
    }
    try {
      Collection<Notices.Counts> counts = Notices.counts(home).values();
      return List.of(
          MultiGauge.Row.of(
              Tags.of("state", "waiting"),
              counts.stream().mapToLong(Notices.Counts::waiting).sum()),
          MultiGauge.Row.of(
              Tags.of("state", "failed"), counts.stream().mapToLong(Notices.Counts::failed).sum()));
    } catch (StoreException _) { // what cannot be read is no number
      return List.of();
    }
  }

  private double articles() throws IOException {
    return engine.status().articles();
  }

  private double ageSeconds() throws IOException {
    EngineFigures figures = engine.figures();
    return Duration.between(figures.published(), clock.instant()).toMillis() / 1e3;
  }

  private void machine() {
    var memory = ManagementFactory.getMemoryMXBean();
    var threads = ManagementFactory.getThreadMXBean();
    gauge("jvm.heap.used.bytes", "Heap in use", () -> memory.getHeapMemoryUsage().getUsed());
    gauge("jvm.heap.max.bytes", "The most heap", () -> memory.getHeapMemoryUsage().getMax());
    gauge("jvm.threads", "Threads that live", threads::getThreadCount);
    FunctionCounter.builder("jvm.gc.collections", collectors, each -> counted(each))
        .description("Collections of garbage")
        .register(registry);
    FunctionCounter.builder("jvm.gc.seconds", collectors, each -> tookMillis(each) / 1e3)
        .description("Time that collections took")
        .register(registry);
  }

  private static double counted(List<GarbageCollectorMXBean> collectors) {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
  }

  private static double tookMillis(List<GarbageCollectorMXBean> collectors) {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }

  /// A number that may be unreadable for a while.
  private interface Figure<T> {
    double of(T source) throws IOException;
  }

  private interface Value {
    double read() throws IOException;
  }

  private void gauge(String name, String description, Value value) {
    Gauge.builder(name, value, read(Value::read))
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /// What cannot be read now, as while no index is open, is no number.
  private static <T> ToDoubleFunction<T> read(Figure<T> figure) {
    return source -> {
      try {
        return figure.of(source);
      } catch (IOException _) {
        return Double.NaN;
      }
    };
  }
}
