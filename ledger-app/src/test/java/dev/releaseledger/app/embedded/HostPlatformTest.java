package dev.releaseledger.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, /postgres-linux-x86_64.txz",
    "Linux, aarch64, /postgres-linux-arm_64.txz",
    "Mac OS X, x86_64, /postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, /postgres-darwin-arm_64.txz"
  })
  void every_supported_machine_has_its_archive(String os, String arch, String resource) {
    assertThat(HostPlatform.of(os, arch).resource()).isEqualTo(resource);
  }

  @Test
  void another_machine_is_refused_with_the_remedy() {
    assertThatThrownBy(() -> HostPlatform.of("Plan 9", "mips"))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("Plan 9")
        .hasMessageContaining("LEDGER_DB_URL");
  }

  @Test
  void this_machines_server_is_in_the_build() {
    assertThat(BinariesArchive.forThisMachine().location()).isNotNull();
  }
}
