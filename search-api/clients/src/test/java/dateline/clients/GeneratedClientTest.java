package dateline.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.store.AccessKey.Role;
import dateline.corpus.store.AccessKeys;
import dateline.search.Server;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that openapi-generator makes of the served contract compiles, and reads every answer of
/// the read API into its own types.
final class GeneratedClientTest {
  private static final String SEARCH = "security";

  /// Values of the parameters that are required.
  private static final Map<String, String> REQUIRED =
      Map.of(
          "verb", "Identify",
          "version", "1",
          "kind", "place",
          "field", "body",
          "text", "free and open Indo-Pacific",
          "q", SEARCH,
          "prefix", "ja");

  /// Entities have ids of their own.
  private static final String ENTITY = "JP";

  private static final String PACKAGE = "made";

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before each
  private Path folder;

  @Test
  void readsEveryAnswer() throws Exception {
    try (Server server = SampleServer.start(folder.resolve("home"))) {
      Path contract = folder.resolve("openapi.json");
      try (var in = server.address().resolve("/openapi.json").toURL().openStream()) {
        Files.copy(in, contract);
      }
      Path classes = compiled(generated(contract));
      String saved = saved(server.address());
      try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
        Class<?> api = loader.loadClass(PACKAGE + ".DefaultApi");
        Class<?> connection = loader.loadClass(PACKAGE + ".ApiClient");
        Object connected = connection.getConstructor().newInstance();
        connection
            .getMethod("updateBaseUri", String.class)
            .invoke(connected, server.address().toString());
        Object client = api.getConstructor(connection).newInstance(connected);
        var asked = new TreeSet<String>();
        for (Map.Entry<String, JsonNode> path : paths(contract)) {
          JsonNode get = path.getValue().get("get");
          if (get != null) {
            String operation = get.get("operationId").asString();
            asked.add(operation);
            String id =
                path.getKey().startsWith("/api/v1/saved")
                        || path.getKey().startsWith("/api/v1/alerts")
                    ? saved
                    : operation.equals("entity") ? ENTITY : SampleServer.ARTICLE;
            assertNotNull(answer(client, method(api, operation), id, get), operation);
          }
        }
        assertTrue(asked.size() >= 30, asked::toString);
      }
    }
  }

  private static Iterable<Map.Entry<String, JsonNode>> paths(Path contract) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(contract)).get("paths").properties();
  }

  private Path generated(Path contract) {
    Path out = folder.resolve("generated");
    var wanted =
        new CodegenConfigurator()
            .setGeneratorName("java")
            .setLibrary("native")
            .setInputSpec(contract.toString())
            .setOutputDir(out.toString())
            .setApiPackage(PACKAGE)
            .setModelPackage(PACKAGE)
            .setInvokerPackage(PACKAGE)
            .setAdditionalProperties(
                Map.of(
                    "openApiNullable", "false",
                    "annotationLibrary", "none",
                    "documentationProvider", "none",
                    "useJakartaEe", "true",
                    "hideGenerationTimestamp", "true"));
    var generator = new DefaultGenerator();
    generator.setGenerateMetadata(false);
    generator.setGeneratorPropertyDefault("modelTests", "false");
    generator.setGeneratorPropertyDefault("apiTests", "false");
    generator.opts(wanted.toClientOptInput()).generate();
    return out.resolve("src/main/java");
  }

  private Path compiled(Path sources) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(sources)) {
      List<Path> all = found.filter(file -> file.toString().endsWith(".java")).toList();
      var told = new StringWriter();
      boolean isDone =
          compiler
              .getTask(
                  told,
                  files,
                  null,
                  List.of(
                      "-d",
                      classes.toString(),
                      "-parameters",
                      "-proc:none",
                      "-cp",
                      System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjectsFromPaths(all))
              .call();
      assertEquals(true, isDone, told::toString);
    }
    return classes;
  }

  private static Method method(Class<?> api, String operation) {
    return Arrays.stream(api.getMethods())
        .filter(method -> method.getName().equals(operation))
        .filter(method ->
            Arrays.stream(method.getParameters())
                .noneMatch(parameter -> parameter.getType() == Map.class))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no method for " + operation));
  }

  /// Saves a search by a key that may.
  ///
  /// @return its id
  private String saved(URI server) throws Exception {
    String key =
        AccessKeys.add(folder.resolve("home"), "Test", Role.ADMIN, "", "", Instant.EPOCH, null)
            .told()
            .toString();
    HttpResponse<String> answer;
    do { // until the server knows the key
      answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(server.resolve("/api/v1/saved?name=Security&q=security"))
                      .header("X-Api-Key", key)
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.noBody())
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
    } while (answer.statusCode() == 401);
    assertEquals(201, answer.statusCode(), answer.body());
    return JsonMapper.shared().readTree(answer.body()).get("id").asString();
  }

  private static Object answer(Object client, Method method, String id, JsonNode operation)
      throws Exception {
    @Nullable Object[] arguments = new @Nullable Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      Parameter parameter = method.getParameters()[i];
      String value = REQUIRED.get(parameter.getName());
      if (parameter.getName().equals("id")) {
        value = id;
      } else if (parameter.getName().equals("field") && !method.getName().equals("analyze")) {
        value = "person";
      }
      arguments[i] = value == null ? null : typed(value, parameter.getType());
    }
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(method.getName() + " of " + operation.get("summary"), e.getCause());
    }
  }

  private static Object typed(String value, Class<?> type) {
    if (type == Integer.class) {
      return Integer.valueOf(value);
    }
    if (type == List.class) {
      return value.equals(SEARCH) ? List.of(value, "Japan") : List.of(value); // two to compare
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.toString().equals(value))
          .findFirst()
          .orElseThrow();
    }
    return value;
  }
}
