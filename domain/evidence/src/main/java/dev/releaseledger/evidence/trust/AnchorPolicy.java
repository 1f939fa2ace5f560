package dev.releaseledger.evidence.trust;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import java.util.List;
import java.util.Set;

/** In how many of these places a checkpoint has to be held: k of n. */
public record AnchorPolicy(int required, List<Kind> of) {

  /** Where a checkpoint can be held. */
  public enum Kind {
    /** A git repository that others own. */
    GIT,
    /** A time stamp over it (RFC 3161). */
    RFC3161,
    /** A cosignature of a witness (C2SP tlog-witness). */
    WITNESS,
    /** An earlier export that the verifier was given. */
    EXPORT
  }

  /** Refuses a number that cannot be reached, and a place that would count twice. */
  public AnchorPolicy {
    of = List.copyOf(of);
    if (Set.copyOf(of).size() != of.size()) {
      throw new Malformed("an anchor is named twice");
    }
    if (required < 0 || required > of.size()) {
      throw new Malformed(required + " anchors of " + of.size() + " are required");
    }
  }

  /** Whether anchors of these kinds are enough. */
  public boolean isMetBy(Set<Kind> held) {
    return of.stream().filter(held::contains).count() >= required;
  }

  Json.Obj json() {
    return new Members()
        .texts("of", of.stream().map(AnchorPolicy::word).toList())
        .integer("required", required)
        .built();
  }

  static AnchorPolicy of(Fields fields) {
    long required = fields.count("required");
    List<Kind> kinds = fields.texts("of").stream().map(AnchorPolicy::kind).toList();
    if (required > kinds.size()) {
      throw new Malformed(required + " anchors of " + kinds.size() + " are required");
    }
    return new AnchorPolicy((int) required, kinds);
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case GIT -> "git";
      case RFC3161 -> "rfc3161";
      case WITNESS -> "witness";
      case EXPORT -> "export";
    };
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "git" -> Kind.GIT;
      case "rfc3161" -> Kind.RFC3161;
      case "witness" -> Kind.WITNESS;
      case "export" -> Kind.EXPORT;
      default -> throw new Malformed("no kind of anchor is called so");
    };
  }
}
