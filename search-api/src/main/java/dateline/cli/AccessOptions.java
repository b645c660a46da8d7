package dateline.cli;

import dateline.corpus.store.AccessKey.Role;
import dateline.search.access.AccessRules;
import dateline.search.access.Rate;
import dateline.search.access.TrustedProxies;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What a server lets callers do.
final class AccessOptions {
  @Option(
      names = "--anonymous",
      paramLabel = "ROLE",
      defaultValue = "export",
      description =
          "What who has no key may do: export (read, and whole lists as files), read, or none. dateline keys gives out"
              + " keys. Default: ${DEFAULT-VALUE}")
  private String anonymous = "";

  @Option(
      names = "--rate-limit",
      paramLabel = "RATE",
      description =
          "How often each address, and each key without a rate of its own, may ask: 600/min, 20/s. Without it, as often"
              + " as they like.")
  private @Nullable String rate;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      description =
          "Address or network (10.0.0.0/8) of a proxy whose X-Forwarded-For tells who asks. Can be given more than once.")
  private List<String> proxies = List.of();

  @Option(
      names = "--cors-origin",
      paramLabel = "ORIGIN",
      description =
          "Site whose pages may ask by script, such as https://news.example.org, or * for all. Can be given more than"
              + " once.")
  private List<String> origins = List.of();

  AccessRules rules(CommandLine command) {
    try {
      return new AccessRules(
          role(), rate == null ? null : Rate.parse(rate), TrustedProxies.of(proxies), origins());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  private @Nullable Role role() {
    return anonymous.equals(AccessRules.NOTHING)
        ? null
        : AccessRules.role(anonymous)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "--anonymous is '" + anonymous + "'; possible are export, read and none"));
  }

  private List<String> origins() {
    for (String origin : origins) {
      ConfigKey.originFault(origin)
          .ifPresent(fault -> {
            throw new IllegalArgumentException("--cors-origin: " + fault);
          });
    }
    return origins;
  }
}
