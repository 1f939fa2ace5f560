package dev.releaseledger.evidence.attestation;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said of which files (in-toto Statement v1). */
public record Statement(List<Subject> subjects, String predicateType, Json.Obj predicate) {

  /** What the type of every statement is. */
  public static final String TYPE = "https://in-toto.io/Statement/v1";

  /** The payload type of an envelope with a statement in it. */
  public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  /** Refuses a statement about nothing, and one with two subjects of one name. */
  public Statement {
    subjects = List.copyOf(subjects);
    if (subjects.isEmpty()) {
      throw new Malformed("a statement without subject");
    }
    Set<String> names = new HashSet<>();
    for (Subject subject : subjects) {
      if (!names.add(subject.name())) {
        throw new Malformed("two subjects of the name " + subject.name());
      }
    }
  }

  /** The subject of this name. */
  public Optional<Subject> subject(String name) {
    return subjects.stream().filter(subject -> subject.name().equals(name)).findFirst();
  }

  /** The statement as it is signed. */
  public byte[] bytes() {
    return Canonical.bytes(
        new Members()
            .text("_type", TYPE)
            .put("predicate", predicate)
            .text("predicateType", predicateType)
            .list("subject", subjects, Subject::json)
            .built());
  }

  /** The statement that these bytes are, to the byte. */
  public static Read<Statement> read(byte[] bytes) {
    return StrictJson.readCanonical(bytes).then(value -> Fields.of(value, Statement::of));
  }

  private static Statement of(Fields fields) {
    fields.constant("_type", TYPE);
    return new Statement(
        fields.objects("subject", Subject::of),
        fields.text("predicateType"),
        fields.raw("predicate"));
  }
}
