package dev.releaseledger.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a witness must not forget: the last checkpoint that it cosigned of each log.
 *
 * @param witness its own key
 * @param cosigned the checkpoints with its cosignatures, by origin
 */
record WitnessState(VerifierKey witness, SortedMap<String, Note> cosigned) {

  private static final String TYPE = "https://releaseledger.dev/witness-state/v1";

  /** Hexadecimal digits and a newline. */
  private static final int HEAD = 2 * Sha256.LENGTH + 1;

  WitnessState {
    cosigned = Collections.unmodifiableSortedMap(new TreeMap<>(cosigned));
  }

  /** The state of a witness that has cosigned nothing yet. */
  static WitnessState none(VerifierKey witness) {
    return new WitnessState(witness, new TreeMap<>());
  }

  WitnessState with(Checkpoint checkpoint, Note note) {
    SortedMap<String, Note> all = new TreeMap<>(cosigned);
    all.put(checkpoint.origin(), note);
    return new WitnessState(witness, all);
  }

  /** The file: a digest of what follows, and the checkpoints. */
  byte[] bytes() {
    byte[] content =
        Canonical.bytes(
            new Members()
                .text("type", TYPE)
                .text("witness", witness.text())
                .texts("checkpoints", cosigned.values().stream().map(Note::written).toList())
                .built());
    byte[] head = (Sha256.of(content).hex() + "\n").getBytes(UTF_8);
    byte[] file = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, file, head.length, content.length);
    return file;
  }

  /** The state of this file, each checkpoint of which the witness itself has cosigned. */
  static Read<WitnessState> parse(byte[] file) {
    return Read.of(() -> parsed(file));
  }

  private static WitnessState parsed(byte[] file) {
    if (file.length <= HEAD || file[HEAD - 1] != '\n') {
      throw new Malformed("it is cut off");
    }
    byte[] content = Arrays.copyOfRange(file, HEAD, file.length);
    if (!Sha256.parseHex(new String(file, 0, HEAD - 1, UTF_8)).equals(Sha256.of(content))) {
      throw new Malformed("its content is not that of its digest");
    }
    return Fields.of(StrictJson.readCanonical(content).orThrow(), WitnessState::of);
  }

  private static WitnessState of(Fields fields) {
    fields.constant("type", TYPE);
    VerifierKey witness = VerifierKey.parse(fields.text("witness")).orThrow();
    SortedMap<String, Note> cosigned = new TreeMap<>();
    for (String text : fields.texts("checkpoints")) {
      Note note = Note.parse(text.getBytes(UTF_8)).orThrow();
      Object unused = note.verify(List.of(witness)).orThrow();
      if (cosigned.put(Checkpoint.parse(note.text()).orThrow().origin(), note) != null) {
        throw new Malformed("it has two checkpoints of one log");
      }
    }
    return new WitnessState(witness, cosigned);
  }
}
