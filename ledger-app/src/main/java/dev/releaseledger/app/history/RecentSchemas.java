package dev.releaseledger.app.history;

import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.domain.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Kept schemas, the last few of them without being read again: a digest always means the same. */
@Component
class RecentSchemas {

  private static final int MOST = 16;

  private final Schemas schemas;
  private final Map<String, Schema> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Schema> eldest) {
          return size() > MOST;
        }
      };

  RecentSchemas(Schemas schemas) {
    this.schemas = schemas;
  }

  Schema schema(String digest) {
    synchronized (recent) {
      Schema known = recent.get(digest);
      if (known != null) {
        return known;
      }
    }
    Schema read = schemas.schema(digest);
    synchronized (recent) {
      recent.put(digest, read);
    }
    return read;
  }
}
