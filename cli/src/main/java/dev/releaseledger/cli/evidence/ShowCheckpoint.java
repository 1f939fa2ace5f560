package dev.releaseledger.cli.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFile;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Show what the log has signed of itself. */
@Command(
    name = "checkpoint",
    description = "Show what the log has signed of itself, exactly as it is signed.")
final class ShowCheckpoint extends LedgerCommand {

  @Option(names = "--size", paramLabel = "N", description = "That of this size; else the last one.")
  private @Nullable Long size;

  @Option(names = "--output", paramLabel = "FILE", description = "Write it to a file, to keep it.")
  private @Nullable String output;

  @Override
  protected ExitCode run(Session session) {
    String note =
        session.api().text(Resource.of("log", "checkpoint").query("size", size), "text/plain");
    byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
    ObjectNode answer = answer(note);
    if (output != null) {
      OutputFile.write(session, output, bytes);
      answer.put("file", output);
      session.screen().show(answer, (it, page) -> page.line(it.path("file").asText()));
    } else {
      session.screen().show(answer, (_, page) -> page.verbatim(note));
    }
    return ExitCode.DONE;
  }

  private static ObjectNode answer(String note) {
    Checkpoint checkpoint =
        Note.parse(note.getBytes(StandardCharsets.UTF_8))
            .then(read -> Checkpoint.parse(read.text()).orThrow())
            .orThrow();
    return Json.object()
        .put("origin", checkpoint.origin())
        .put("size", checkpoint.size())
        .put("root", checkpoint.root().base64())
        .put("note", note);
  }
}
