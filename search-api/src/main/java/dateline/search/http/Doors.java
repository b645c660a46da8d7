package dateline.search.http;

import dateline.corpus.store.AccessKey.Role;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/// The addresses of the server, and what a caller must be allowed to do at each.
final class Doors {
  private final RoutesConfig routes;
  private final AccessGuard guard;

  Doors(RoutesConfig routes, AccessGuard guard) {
    this.routes = routes;
    this.guard = guard;
  }

  /// What shows something of the archive.
  void read(String path, Handler handler) {
    guarded(Role.READ, path, handler);
  }

  /// What hands out whole lists.
  void export(String path, Handler handler) {
    guarded(Role.EXPORT, path, handler);
  }

  /// What tells of the whole archive, and so is not for keys that open a part.
  void whole(String path, Handler handler) {
    get(path, guard.guardingWhole(Role.READ, handler));
  }

  /// What changes the archive's saved searches; whoever has no key may not.
  void change(String path, Handler handler) {
    routes.post(path, guard.guardingWhole(Role.ADMIN, handler));
  }

  /// As [#change].
  void delete(String path, Handler handler) {
    routes.delete(path, guard.guardingWhole(Role.ADMIN, handler));
  }

  /// What operators watch: where everybody may read it is open too, else it needs a key that opens
  /// everything.
  void watch(String path, Handler handler) {
    get(path, guard.watching(handler));
  }

  /// What shows nothing of the archive.
  void open(String path, Handler handler) {
    get(path, handler);
  }

  void post(Role role, String path, Handler handler) {
    routes.post(path, guard.guarding(role, handler));
  }

  private void guarded(Role role, String path, Handler handler) {
    get(path, guard.guarding(role, handler));
  }

  /// Without a route of its own, a HEAD request would be answered without running the handler, and
  /// so with other headers than the GET.
  private void get(String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }
}
