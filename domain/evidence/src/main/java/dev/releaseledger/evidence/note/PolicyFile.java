package dev.releaseledger.evidence.note;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the file of a trust policy, line by line. */
final class PolicyFile {

  private static final String NONE = "none";

  /** The specification asks for 32 groups at least; a quorum is counted by recursion. */
  private static final int MOST_NESTED = 100;

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");

  /** One character for each octet, since names are octets to the specification. */
  private final String text;

  private final List<VerifierKey> logs = new ArrayList<>();
  private final Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
  private final Map<String, Quorum> defined = new LinkedHashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private final Set<String> members = new HashSet<>();
  private @Nullable Quorum quorum;

  PolicyFile(byte[] file) {
    text = new String(file, StandardCharsets.ISO_8859_1);
  }

  TrustPolicy parsed() {
    if (text.chars().anyMatch(c -> c < 0x20 && c != '\t' && c != '\n' || c == 0x7f)) {
      throw new Malformed("a control character in a policy");
    }
    if (!text.endsWith("\n")) {
      throw new Malformed("the last line of a policy has no newline; it may be cut off");
    }
    int number = 0;
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      number++;
      try {
        line(line);
      } catch (Malformed malformed) {
        throw new Malformed("line " + number + " of the policy: " + malformed.reason());
      }
    }
    if (quorum == null) {
      throw new Malformed("a policy has a quorum line");
    }
    return new TrustPolicy(logs, witnesses, quorum);
  }

  private void line(String line) {
    List<String> items = Stream.of(line.split("[ \t]+")).filter(item -> !item.isEmpty()).toList();
    if (items.isEmpty() || items.getFirst().startsWith("#")) {
      return;
    }
    switch (items.getFirst()) {
      case "log" -> log(counted(items, 2, 3));
      case "witness" -> witness(counted(items, 3, 4));
      case "group" -> group(counted(items, 4, Integer.MAX_VALUE));
      case "quorum" -> quorum(counted(items, 2, 2));
      default -> throw new Malformed("not a log, witness, group or quorum");
    }
  }

  private static List<String> counted(List<String> items, int least, int most) {
    if (items.size() < least || items.size() > most) {
      throw new Malformed("a " + items.getFirst() + " line of " + items.size() + " items");
    }
    return items;
  }

  private void log(List<String> items) {
    VerifierKey key = key(items.get(1), KeyType.ED25519);
    if (holds(logs, key.key())) {
      throw new Malformed("the key of a log occurs twice");
    }
    logs.add(key);
  }

  private void witness(List<String> items) {
    VerifierKey key = key(items.get(2), KeyType.COSIGNATURE);
    if (holds(witnesses.values(), key.key())) {
      throw new Malformed("the key of a witness occurs twice");
    }
    String name = define(items.get(1), new Quorum.One(items.get(1)));
    witnesses.put(name, key);
  }

  private static VerifierKey key(String octets, KeyType type) {
    String vkey = Utf8.decode(octets.getBytes(StandardCharsets.ISO_8859_1));
    VerifierKey key = VerifierKey.parse(vkey).orThrow();
    if (key.type() != type) {
      throw new Malformed("a key of another type than " + type);
    }
    return key;
  }

  private static boolean holds(Iterable<VerifierKey> keys, Ed25519Key key) {
    for (VerifierKey known : keys) {
      if (known.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  private void group(List<String> items) {
    List<String> names = items.subList(3, items.size());
    List<Quorum> parts = new ArrayList<>();
    int depth = 0;
    for (String name : names) {
      if (!members.add(name)) {
        throw new Malformed("a name is a member twice");
      }
      parts.add(known(name));
      depth = Math.max(depth, depths.getOrDefault(name, 0));
    }
    if (depth == MOST_NESTED) {
      throw new Malformed("groups within one another more than " + MOST_NESTED + " deep");
    }
    String name = items.get(1);
    depths.put(name, depth + 1);
    define(name, new Quorum.Group(name, needed(items.get(2), names.size()), parts));
  }

  private static int needed(String count, int members) {
    return switch (count) {
      case "all" -> members;
      case "any" -> 1;
      default -> {
        if (!COUNT.matcher(count).matches() || Integer.parseInt(count) > members) {
          throw new Malformed("a group that needs \"" + count + "\" of " + members + " members");
        }
        yield Integer.parseInt(count);
      }
    };
  }

  private void quorum(List<String> items) {
    if (quorum != null) {
      throw new Malformed("a second quorum line");
    }
    String name = items.get(1);
    quorum = name.equals(NONE) ? new Quorum.None() : known(name);
  }

  private Quorum known(String name) {
    Quorum known = defined.get(name);
    if (known == null) {
      throw new Malformed("a name that no line before defines");
    }
    return known;
  }

  private String define(String name, Quorum quorumOfName) {
    if (name.equals(NONE) || defined.putIfAbsent(name, quorumOfName) != null) {
      throw new Malformed("a name that is defined already");
    }
    return name;
  }
}
