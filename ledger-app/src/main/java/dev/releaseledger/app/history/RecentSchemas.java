package dev.releaseledger.app.history;

import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.projections.Recent;
import org.springframework.stereotype.Component;

/** Kept schemas, the last few of them without being read again: a digest always means the same. */
@Component
class RecentSchemas {

  private static final int MOST = 16;

  private final Schemas schemas;
  private final Recent<String, Schema> recent = new Recent<>(MOST);

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
      return recent.put(digest, read);
    }
  }
}
