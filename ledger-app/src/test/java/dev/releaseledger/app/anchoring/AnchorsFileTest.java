package dev.releaseledger.app.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.AnchorEntry.Cosigner;
import dev.releaseledger.app.port.AnchorEntry.GitBranch;
import dev.releaseledger.app.port.AnchorEntry.Stamper;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.timestamp.LocalTimestampAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsFileTest {

  @TempDir private Path folder;

  private Read<AnchorList> parse(String text) {
    return AnchorsFile.parse(text, folder.resolve("anchors"));
  }

  @Test
  void places_of_all_kinds_are_named() throws Exception {
    try (LocalWitness witness = new LocalWitness(new GrowingLog("ledger", "").verifier());
        LocalTimestampAuthority authority =
            LocalTimestampAuthority.named("tsa", InstantSource.system())) {
      for (X509Certificate certificate : authority.chain()) {
        append("tsa.pem", certificate);
      }

      AnchorList list =
          parse(
                  """
                  # who keeps our checkpoints
                  git audit https://git.example.org/audit/ledger.git production
                  git\tdisk   /srv/git/audit.git main

                  rfc3161 tsa https://tsa.example.com/tsr?x=1 tsa.pem
                  witness w1 %s https://witness.example.org/
                  required 2
                  """
                      .formatted(witness.verifier().text()))
              .orThrow();

      assertThat(list.required()).isEqualTo(2);
      assertThat(list.entries())
          .hasSize(4)
          .contains(
              new GitBranch("audit", "https://git.example.org/audit/ledger.git", "production"),
              new GitBranch("disk", "/srv/git/audit.git", "main"),
              new Cosigner("w1", URI.create("https://witness.example.org/"), witness.verifier()));
      assertThat(((Stamper) list.entries().get(2)).authority().chain())
          .isEqualTo(authority.chain());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          git a /r main; a line says how many places are required, such as: required 1
          required 1; 1 of 0 places are required
          git a /r main|required 2; 2 of 1 places are required
          git a /r main|required 0; line 2: "0" is no number of places
          git a /r main|required 1|required 1; line 3: how many are required is said twice
          git a /r main|git a /s main|required 1; two places are called a
          git a /r; line 1: a git line has 4 words
          git ../a /r main; line 1: a place cannot be called ../a
          git a /r ../main; line 1: a branch cannot be called ../main
          git a /r main.lock; line 1: a branch cannot be called main.lock
          git a https://u:secret@h/r main; line 1: a password does not belong into the location of a repository
          svn a /r main; line 1: it begins with none of git, rfc3161, witness and required
          rfc3161 a ftp://h/ tsa.pem; line 1: no certificates can be read from
          witness a w+1 http://h/; line 1: a verifier key has a name
          """)
  void what_makes_no_sense_is_refused_with_its_line(String lines, String reason) {
    assertThat(parse(lines.replace('|', '\n')))
        .isInstanceOfSatisfying(
            Read.Bad.class, bad -> assertThat(String.valueOf(bad.reason())).startsWith(reason));
  }

  @Test
  void the_key_of_a_log_is_not_one_of_a_witness() {
    String log = new GrowingLog("ledger", "").verifier().text();

    assertThat(parse("witness a " + log + " http://h/\nrequired 1\n"))
        .isEqualTo(new Read.Bad<>("line 1: the key is not one of a witness"));
  }

  @ParameterizedTest
  @CsvSource({"ftp://h/", "http:///x", "https://u:p@h/", "h/path", "http://h h/"})
  void a_place_has_a_url_of_the_web_without_a_password(String url) throws IOException {
    try (LocalWitness witness = new LocalWitness(new GrowingLog("ledger", "").verifier())) {
      assertThat(parse("witness a " + witness.verifier().text() + " " + url + "\nrequired 1\n"))
          .isInstanceOf(Read.Bad.class);
    }
  }

  @Test
  void a_file_without_certificates_is_refused() throws IOException {
    Files.writeString(folder.resolve("tsa.pem"), "");

    assertThat(parse("rfc3161 a https://h/ tsa.pem\nrequired 1\n"))
        .isEqualTo(
            new Read.Bad<>("line 1: there is no certificate in " + folder.resolve("tsa.pem")));
  }

  private void append(String file, X509Certificate certificate)
      throws IOException, CertificateEncodingException {
    Path path = folder.resolve(file);
    Files.writeString(
        path,
        (Files.exists(path) ? Files.readString(path) : "")
            + "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }
}
