package dev.releaseledger.app.applying;

import dev.releaseledger.app.ServiceStart;
import dev.releaseledger.app.settings.LedgerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The service, which kills itself where a file in its folder says: {@code COMMITTED 2}. */
@Configuration(proxyBeanMethods = false)
class MortalLedger {

  static final String ORDER = "die.at";

  public static void main(String[] arguments) {
    ServiceStart.with(arguments, MortalLedger.class).run();
  }

  @Bean
  @Primary
  ApplyObserver deadly(LedgerSettings settings) {
    Path order = settings.data().resolve(ORDER);
    AtomicInteger occurrences = new AtomicInteger();
    return (point, rollout, detail) -> {
      String[] words = words(order);
      if (words.length == 2
          && point == Point.valueOf(words[0])
          && occurrences.incrementAndGet() == Integer.parseInt(words[1])) {
        die();
      }
    };
  }

  private static String[] words(Path order) {
    try {
      return Files.exists(order) ? Files.readString(order).strip().split(" ", 2) : new String[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the kernel does it when memory is short: without a last word. */
  private static void die() {
    long self = ProcessHandle.current().pid();
    try {
      Process unused = new ProcessBuilder("kill", "-9", Long.toString(self)).start();
      Thread.sleep(60_000);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("still alive", e);
    }
  }
}
