package dev.releaseledger.evidence.note;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.key.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text with signatures of it (C2SP signed-note); whoever acts on the text verifies it first.
 *
 * @param text the lines that are signed, with the last newline
 * @param signatures one or more
 */
public record Note(String text, List<NoteSignature> signatures) {

  /** How many signatures are looked at; the specification asks for 16 at least. */
  public static final int MAX_SIGNATURES = 100;

  private static final int MAX_BYTES = 1_000_000;

  /** Refuses what cannot be written as a note. */
  public Note {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n")) {
      throw new Malformed("the text of a note ends with a newline");
    }
    if (text.chars().anyMatch(c -> c < 0x20 && c != '\n') || !Utf8.isWellFormed(text)) {
      throw new Malformed("a control character in a note");
    }
    if (signatures.isEmpty()) {
      throw new Malformed("a note without signature");
    }
    if (signatures.size() > MAX_SIGNATURES) {
      throw new Malformed("a note with more than " + MAX_SIGNATURES + " signatures");
    }
  }

  /** The note that these bytes are. */
  public static Read<Note> parse(byte[] bytes) {
    return Read.of(() -> parsed(bytes));
  }

  private static Note parsed(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new Malformed("a note of more than " + MAX_BYTES + " bytes");
    }
    String note = Utf8.decode(bytes);
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new Malformed("a note has a text, an empty line, and signature lines");
    }
    String text = note.substring(0, blank + 1);
    String lines = note.substring(blank + 2);
    List<NoteSignature> signatures = new ArrayList<>();
    for (int at = 0; at < lines.length(); ) {
      if (signatures.size() == MAX_SIGNATURES) {
        throw new Malformed("a note with more than " + MAX_SIGNATURES + " signatures");
      }
      int end = lines.indexOf('\n', at);
      signatures.add(NoteSignature.parse(lines.substring(at, end)));
      at = end + 1;
    }
    return new Note(text, signatures);
  }

  /** The note as it is kept and sent. */
  public String written() {
    return text + "\n" + signatures.stream().map(NoteSignature::line).collect(Collectors.joining());
  }

  /** The note as it is kept and sent, in UTF-8. */
  public byte[] bytes() {
    return written().getBytes(StandardCharsets.UTF_8);
  }

  /** The note with these signatures added, where it has not got them yet. */
  public Note with(Collection<NoteSignature> added) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    added.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
    return new Note(text, all);
  }

  /**
   * Who of these has signed. Signatures by others are passed over; where a known key has signed
   * wrongly, or nobody known has signed, the whole note is refused.
   */
  public Read<List<Signed>> verify(Collection<VerifierKey> known) {
    return Read.of(() -> {
      Map<VerifierKey, Signed> signed = new LinkedHashMap<>();
      for (NoteSignature signature : signatures) {
        for (VerifierKey key : namedBy(signature, known)) {
          // A second signature by the same key says nothing more, but must not be wrong.
          signed.putIfAbsent(key, verified(key, signature));
        }
      }
      if (signed.isEmpty()) {
        throw new Malformed("no known key has signed the note");
      }
      return List.copyOf(signed.values());
    });
  }

  private static List<VerifierKey> namedBy(NoteSignature signature, Collection<VerifierKey> known) {
    List<VerifierKey> named = known.stream().filter(signature::names).toList();
    if (named.size() > 1) {
      throw new Malformed("two known keys have the name " + signature.name() + " and one id");
    }
    return named;
  }

  private Signed verified(VerifierKey key, NoteSignature signature) {
    if (!Signing.verifies(key, text, signature)) {
      throw new Malformed("the signature by " + key.name() + " is wrong");
    }
    return new Signed(key, signature);
  }
}
