package dev.releaseledger.cli.witness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.render.WitnessPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signed;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show the key of a witness, and what it has cosigned. */
@Command(name = "show", description = "Show the key of a witness, and what it has cosigned.")
final class ShowWitness extends LedgerCommand {

  @Mixin private final WitnessFolderOption data = new WitnessFolderOption();

  @Override
  protected ExitCode run(Session session) {
    WitnessFolder folder = data.of(session);
    SignerKey key = folder.readKey();
    WitnessState state = folder.stateOf(key);
    ObjectNode answer = Json.object().put("key", key.verifier().text());
    ArrayNode cosigned = answer.putArray("cosigned");
    state.cosigned().values().forEach(note -> cosigned.add(cosigned(key.verifier(), note)));
    session.screen().show(answer, WitnessPage::write);
    return ExitCode.DONE;
  }

  private static ObjectNode cosigned(VerifierKey witness, Note note) {
    Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
    ObjectNode shown =
        Json.object()
            .put("origin", checkpoint.origin())
            .put("size", checkpoint.size())
            .put("root", checkpoint.root().base64());
    note.verify(List.of(witness)).orThrow().stream()
        .map(Signed::at)
        .flatMap(at -> at.stream())
        .forEach(at -> shown.put("at", at.toString()));
    return shown.put("checkpoint", note.written());
  }
}
