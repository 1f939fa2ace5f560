package dev.releaseledger.app.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are when an operator has set nothing, or only this. */
public final class TestSettings {

  private TestSettings() {}

  /** What is set by default, and these properties, named without {@code ledger.}. */
  public static LedgerSettings with(Path data, Map<String, String> properties) {
    Map<String, Object> all = new HashMap<>();
    all.put("ledger.data", data.toString());
    all.put("ledger.node", "node-1");
    properties.forEach((name, value) -> all.put("ledger." + name, value));
    return new Binder(new MapConfigurationPropertySource(all))
        .bind("ledger", LedgerSettings.class)
        .get();
  }
}
