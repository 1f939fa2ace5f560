package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.domain.schema.Fingerprint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Declared schemas by the content of their files: the same files are executed once. */
final class DeclarationCache {

  private static final int MOST = 64;

  private final Map<Key, DeclaredSchema> schemas =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, DeclaredSchema> eldest) {
              return size() > MOST;
            }
          });

  private record Key(int majorVersion, Fingerprint files) {}

  DeclaredSchema get(int majorVersion, List<SqlFile> files, Supplier<DeclaredSchema> load) {
    Key key = new Key(majorVersion, Fingerprint.of(files));
    DeclaredSchema known = schemas.get(key);
    if (known != null) {
      return known;
    }
    DeclaredSchema loaded = load.get();
    schemas.put(key, loaded);
    return loaded;
  }
}
