package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.projections.ViewTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Tells the code that fills projections from that of another build: rows of the two do not belong
 * into one table.
 */
final class ProjectorCode {

  /** What writes the rows, and what works them out. */
  private static final List<Class<?>> SOURCES = List.of(ViewTables.class, Schema.class);

  private static final int SHORT = 16;

  private ProjectorCode() {}

  private static final class Known {
    static final String DIGEST = compute();
  }

  /** The same for the same code, wherever it runs. */
  static String digest() {
    return Known.DIGEST;
  }

  private static String compute() {
    try {
      ByteArrayOutputStream digests = new ByteArrayOutputStream();
      PathMatchingResourcePatternResolver classes =
          new PathMatchingResourcePatternResolver(ProjectorCode.class.getClassLoader());
      for (Class<?> source : SOURCES) {
        Resource[] found = classes.getResources("classpath*:" + root(source) + "/**/*.class");
        for (Resource resource : sorted(found)) {
          try (InputStream bytes = resource.getInputStream()) {
            digests.writeBytes(Sha256.of(bytes.readAllBytes()).bytes());
          }
        }
      }
      return Sha256.of(digests.toByteArray()).hex().substring(0, SHORT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The module's own package: that of the house and one word. */
  private static String root(Class<?> source) {
    String[] words = source.getPackageName().split("\\.");
    return String.join("/", Arrays.copyOf(words, 3));
  }

  private static List<Resource> sorted(Resource[] found) throws IOException {
    record Placed(String url, Resource resource) {}
    List<Placed> placed = new ArrayList<>();
    for (Resource resource : found) {
      placed.add(new Placed(resource.getURL().toString(), resource));
    }
    return placed.stream().sorted(Comparator.comparing(Placed::url)).map(Placed::resource).toList();
  }
}
