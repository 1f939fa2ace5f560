package dev.releaseledger.cli.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.VerificationPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.verify.EvidenceVerifier;
import dev.releaseledger.evidence.verify.Held;
import dev.releaseledger.evidence.verify.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verify a bundle of evidence, with a trust file and nothing else; or the running ledger. */
@Command(
    name = "verify",
    description = {
      "Verify a bundle of evidence offline; asks no service.",
      "With --live: have the service compare what it has stored with what its log has signed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:verified",
      "4:nothing is wrong, but fewer vouch for it than are demanded",
      "7:something is wrong",
      "64:a file cannot be read, or is no trust file, key or checkpoint"
    })
final class VerifyEvidence extends LedgerCommand {

  @Parameters(paramLabel = "BUNDLE", arity = "0..1", description = "The zip.")
  private @Nullable String bundle;

  @Option(names = "--live", description = "Verify the running ledger instead of a bundle.")
  private boolean live;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "Whom to believe; has to come from elsewhere than the bundle.")
  private @Nullable String trust;

  @Option(
      names = "--trust-key",
      paramLabel = "FILE",
      description = "A key (PEM) that has to have signed the trust file; repeatable.")
  private List<String> trustKeys = List.of();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "A checkpoint or a bundle from before, which the log has to go on from.")
  private @Nullable String against;

  @Override
  protected ExitCode run(Session session) {
    GivenFiles files = new GivenFiles(session);
    if (live) {
      if (bundle != null || trust != null) {
        throw session.usage("--live verifies the running ledger: no BUNDLE and no --trust");
      }
      return live(session, files);
    }
    if (bundle == null || trust == null) {
      throw session.usage("a BUNDLE and --trust FILE are needed, or --live");
    }
    return offline(session, files, bundle, trust);
  }

  private ExitCode live(Session session, GivenFiles files) {
    List<String> held =
        against == null
            ? List.of()
            : List.of(new String(files.bytes(against), StandardCharsets.UTF_8));
    Body request = Body.empty().with("held", held);
    JsonNode report = session.api().post(Resource.of("log", "verification"), request);
    session.screen().show(report, VerificationPage::write);
    return report.path("outcome").asText().equals("verified") ? ExitCode.DONE : ExitCode.UNVERIFIED;
  }

  private ExitCode offline(Session session, GivenFiles files, String bundle, String trust) {
    byte[] archive = files.bytes(bundle);
    TrustFile believed = files.trust(trust, trustKeys);
    Optional<Held> held = Optional.ofNullable(against).map(file -> files.held(file, believed));
    Report report = new EvidenceVerifier(believed, held).verify(archive);
    session.screen().show(json(report), VerificationPage::write);
    return switch (report.outcome()) {
      case VERIFIED -> ExitCode.DONE;
      case POLICY_NOT_MET -> ExitCode.REFUSED;
      case FAILED -> ExitCode.UNVERIFIED;
    };
  }

  private static JsonNode json(Report report) {
    try {
      return Json.read(new String(report.bytes(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
