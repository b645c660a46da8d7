package dateline.search.http;

import dateline.corpus.EntityKind;
import dateline.corpus.store.AccessKey.Role;
import dateline.search.access.KeyRing;
import dateline.search.alert.SearchKeeper;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.DoorDefaults;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine;
import dateline.search.export.ExportFormat;
import dateline.search.feed.FeedFormat;
import dateline.search.mcp.McpServer;
import dateline.search.oai.OaiProvider;
import dateline.search.page.Addresses;
import dateline.search.page.Pages;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Serves one archive over HTTP until it is closed.
public final class HttpServer implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  static final String REQUEST_ID = "X-Request-Id";
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final String host;
  private final Javalin javalin;

  private HttpServer(String host, Javalin javalin) {
    this.host = host;
    this.javalin = javalin;
  }

  /// Starts to serve everybody who needs no key.
  public static HttpServer start(
      HttpOptions options, SearchEngine engine, ArticleTexts texts, Clock clock)
      throws IOException {
    return start(options, engine, texts, null, new KeyRing(clock), clock);
  }

  /// Starts to serve. Engine and texts stay the caller's to close, after the server.
  ///
  /// @param keeper of the archive's saved searches; null for none
  /// @param keys that open
  /// @param clock tells what day relative dates count from
  /// @throws io.javalin.util.JavalinBindException when the port is taken or the host is not ours
  /// @throws IOException when the program's own files cannot be read
  public static HttpServer start(
      HttpOptions options,
      SearchEngine engine,
      ArticleTexts texts,
      @Nullable SearchKeeper keeper,
      KeyRing keys,
      Clock clock)
      throws IOException {
    var guard = new AccessGuard(options.access(), keys, clock);
    var origins = new CrossOrigin(options.access().origins());
    JsonMapper json = SearchAnswer.mapper();
    var links = new Links(options.publicUrl());
    var pages = new Pages();
    var gate = new SearchGate(engine, Limits.SEARCHES);
    var ids = new RequestIds(clock);
    var freshness = new Freshness(engine, Program.fingerprint(), clock);
    var failures = new Failures(pages, json);
    Metrics metrics =
        options.hasMetrics()
            ? new Metrics(engine, keeper == null ? null : keeper.home(), clock)
            : null;
    var search =
        new SearchRoutes(
            gate,
            new RequestReader(DoorDefaults.API, clock),
            new SentParameters(json),
            json,
            links);
    var lookups = new LookupRoutes(gate, new RequestReader(DoorDefaults.API, clock), json);
    var articleWriter = new ArticleWriter(links);
    var exports =
        new ExportRoutes(
            engine,
            texts,
            new RequestReader(DoorDefaults.API, clock),
            new SentParameters(json),
            links);
    var feeds =
        new FeedRoutes(
            gate,
            texts,
            new RequestReader(DoorDefaults.API, clock),
            new SentParameters(json),
            links);
    var articles = new ArticleRoutes(texts, articleWriter, exports, json);
    var versions =
        new VersionRoutes(
            texts,
            new RequestReader(DoorDefaults.PAGE, clock),
            pages,
            new VersionWriter(articleWriter, links),
            json);
    var inspect =
        new InspectRoutes(gate, texts, new RequestReader(DoorDefaults.API, clock), links, json);
    var similar = new SimilarRoutes(gate, texts, links, json);
    var threads = new ThreadRoutes(gate, texts, links, json);
    var entities =
        new EntityRoutes(gate, new RequestReader(DoorDefaults.PAGE, clock), pages, links, json);
    var health = new HealthRoutes(engine, json);
    var contract = new ContractRoutes(pages, json);
    var counts =
        new CountRoutes(
            gate,
            new RequestReader(DoorDefaults.API, clock),
            new SentParameters(json),
            links,
            json);
    var quotes = new QuoteRoutes(gate, engine, texts, clock, new SentParameters(json), links, json);
    var tools =
        new McpRoutes(
            gate,
            new McpServer(
                engine, texts, id -> links.to(Addresses.article(id)), clock, Program.version()),
            options.publicUrl());
    var openSearch = new OpenSearchRoutes(gate, links, pages.assets().icon().path(), json);
    var harvest =
        new OaiRoutes(
            gate,
            new OaiProvider(engine, texts, Addresses::article, clock),
            new SentParameters(json),
            links);
    var archive = new ArchiveRoutes(gate, new RequestReader(DoorDefaults.API, clock), links, json);
    var archivePages =
        new ArchivePages(archive, gate, new RequestReader(DoorDefaults.PAGE, clock), pages);
    var changes = new ChangeRoutes(gate, texts, links, json);
    var page =
        new PageRoutes(gate, texts, versions, new RequestReader(DoorDefaults.PAGE, clock), pages);
    Javalin javalin =
        Javalin.create(config -> {
          limit(config);
          config.jetty.modifyServer(jetty -> {
            jetty.setErrorHandler(failures::unreadable);
            jetty.setHandler(
                new ObservedRequests(
                    metrics,
                    options.accessLog(),
                    options.access().proxies(),
                    Compression.handler()));
          });
          config.router.javaLangErrorHandler(failures::breakdown);
          RoutesConfig routes = config.routes;
          var doors = new Doors(routes, guard);
          routes.before(context -> prepare(context, ids, origins));
          if (origins.isOn()) {
            routes.options("/api/*", origins::preflight);
            routes.options("/openapi.json", origins::preflight);
          }
          routes.after(Observation::routed);
          failures.install(routes);
          doors.read("/", freshness.tagging(page::home));
          doors.read("/search", freshness.tagging(page::search));
          doors.read("/a/{id}", freshness.tagging(page::article));
          pages.assets().all().forEach(asset -> doors.open(asset.path(), page.asset(asset)));
          doors.open("/help", page.help());
          doors.open("/ranking", page.ranking(engine.ranking()));
          doors.open("/robots.txt", page::robots);
          doors.read("/api/v1/search", freshness.tagging(search::search));
          doors.post(Role.READ, "/api/v1/search", search::search);
          for (ExportFormat format : ExportFormat.values()) {
            doors.export("/api/v1/search." + format.suffix(), exports.search(format));
            doors.post(Role.EXPORT, "/api/v1/search." + format.suffix(), exports.search(format));
            doors.export("/api/v1/articles." + format.suffix(), exports.articles(format));
          }
          for (FeedFormat format : FeedFormat.values()) {
            doors.read(
                "/api/v1/search." + format.suffix(), freshness.tagging(feeds.search(format)));
          }
          doors.read("/api/v1/facets/{field}", freshness.tagging(lookups::values));
          doors.read("/api/v1/suggest", freshness.tagging(lookups::suggest));
          doors.read("/api/v1/articles", freshness.tagging(articles::several));
          doors.read("/api/v1/articles/{id}", freshness.tagging(articles::one));
          doors.read("/api/v1/articles/{id}/versions", freshness.tagging(versions::all));
          doors.read("/api/v1/articles/{id}/versions/{version}", freshness.tagging(versions::one));
          doors.read("/api/v1/parse", inspect::parse);
          doors.read("/api/v1/explain", freshness.tagging(inspect::explain));
          doors.read("/api/v1/analyze", inspect::analyze);
          doors.read("/api/v1/articles/{id}/similar", freshness.tagging(similar::similar));
          doors.read("/api/v1/articles/{id}/thread", freshness.tagging(threads::thread));
          doors.read(
              "/api/v1/articles/{id}/sentences",
              freshness.tagging(new SentenceRoutes(texts, links, json)::sentences));
          doors.read("/api/v1/entities/{kind}/{id}", freshness.tagging(entities::json));
          for (EntityKind kind : EntityKind.values()) {
            doors.read("/" + kind.word() + "/{id}", freshness.tagging(entities.page(kind)));
          }
          doors.read("/api/v1/count", freshness.tagging(counts::count));
          doors.read("/api/v1/timeline", freshness.tagging(counts::timeline));
          doors.read("/api/v1/changes", changes::changes);
          doors.read("/api/v1/sources", freshness.tagging(archive::sources));
          doors.read("/api/v1/coverage", freshness.tagging(archive::coverage));
          doors.read("/api/v1/compare", freshness.tagging(archive::compare));
          doors.read("/coverage", freshness.tagging(archivePages::coverage));
          doors.read("/compare", freshness.tagging(archivePages::compare));
          doors.read(OaiRoutes.PATH, harvest::answer);
          doors.post(Role.READ, OaiRoutes.PATH, harvest::answer);
          doors.open(OpenSearchRoutes.DESCRIPTION, openSearch::description);
          doors.read(OpenSearchRoutes.SUGGESTIONS, freshness.tagging(openSearch::suggest));
          doors.open("/openapi", contract::page);
          doors.open("/openapi.json", freshness.tagging(contract::document));
          doors.post(Role.READ, "/mcp", tools::post);
          doors.read("/api/v1/quote", quotes::check);
          doors.post(Role.READ, "/api/v1/quote", quotes::check);
          doors.read("/api/v1/limits", new LimitsRoute(guard, json)::limits);
          doors.read("/api/v1/status", health::status);
          doors.open("/livez", health::live);
          doors.open("/readyz", health::ready);
          if (metrics != null) {
            doors.watch("/metrics", metrics::show);
          }
          if (keeper != null) {
            alerts(
                doors,
                new AlertRoutes(
                    keeper,
                    texts,
                    new RequestReader(DoorDefaults.API, clock),
                    new SentParameters(json),
                    links,
                    json),
                freshness);
          }
        });
    javalin.start(options.host(), options.port());
    var server = new HttpServer(options.host(), javalin);
    LOG.info("serving address={}", server.address());
    return server;
  }

  private static void alerts(Doors doors, AlertRoutes alerts, Freshness freshness) {
    doors.whole("/api/v1/saved", freshness.taggingContent(alerts::saved));
    doors.change("/api/v1/saved", alerts::save);
    doors.delete("/api/v1/saved/{id}", alerts::remove);
    doors.whole("/api/v1/saved/{id}", freshness.taggingContent(alerts::one));
    doors.whole("/api/v1/alerts", freshness.taggingContent(alerts::alerts));
    for (FeedFormat format : FeedFormat.values()) {
      doors.whole(
          "/api/v1/alerts/{id}." + format.suffix(), freshness.taggingContent(alerts.feed(format)));
    }
  }

  /// Where the server listens, with the port that it was given.
  public URI address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + javalin.port());
  }

  /// Stops to take requests and waits for those under way.
  @Override
  public void close() {
    javalin.stop();
    LOG.info("stopped serving");
  }

  static String requestId(Context context) {
    String id = context.attribute(REQUEST_ID);
    return id == null ? "none" : id;
  }

  private static void limit(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Limits.REQUEST_BYTES;
    config.http.compressionStrategy = CompressionStrategy.NONE; // Jetty compresses
    config.jetty.threadPool = new QueuedThreadPool(Limits.THREADS);
    config.jetty.modifyHttpConfiguration(http -> {
      http.setRequestHeaderSize(Limits.HEADER_BYTES);
      http.setSendServerVersion(false);
      http.setIdleTimeout(Limits.IDLE.toMillis());
    });
  }

  private static void prepare(Context context, RequestIds ids, CrossOrigin origins) {
    String id = ids.idFor(context.header(REQUEST_ID));
    context.attribute(REQUEST_ID, id);
    context
        .header(REQUEST_ID, id)
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cache-Control", "no-cache");
    origins.answer(context);
    String query = context.queryString();
    int length = context.req().getRequestURI().length() + (query == null ? 0 : query.length());
    if (length > Limits.REQUEST_BYTES) {
      throw new ContentTooLargeResponse();
    }
  }
}
