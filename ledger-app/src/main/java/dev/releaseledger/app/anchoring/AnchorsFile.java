package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.port.AnchorEntry;
import dev.releaseledger.app.port.AnchorEntry.Cosigner;
import dev.releaseledger.app.port.AnchorEntry.GitBranch;
import dev.releaseledger.app.port.AnchorEntry.Stamper;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.timestamp.TimestampAuthority;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the file in which the operator names the places that keep checkpoints, line by line. */
final class AnchorsFile {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");
  private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9_]+([./_-][A-Za-z0-9_]+)*");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]?");
  private static final Pattern PASSWORD = Pattern.compile("[A-Za-z+]+://[^/@]*:[^/@]*@.*");

  /** Where it is, since paths in it are relative to that. */
  private final Path file;

  private final List<AnchorEntry> entries = new ArrayList<>();
  private @Nullable Integer required;

  private AnchorsFile(Path file) {
    this.file = file;
  }

  /** The places that the text of this file names. */
  static Read<AnchorList> parse(String text, Path file) {
    return Read.of(() -> new AnchorsFile(file).parsed(text));
  }

  private AnchorList parsed(String text) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      try {
        line(Stream.of(line.strip().split("\\s+")).filter(item -> !item.isEmpty()).toList());
      } catch (Malformed malformed) {
        throw new Malformed("line " + number + ": " + malformed.reason());
      }
    }
    if (required == null) {
      throw new Malformed("a line says how many places are required, such as: required 1");
    }
    return new AnchorList(entries, required);
  }

  private void line(List<String> items) {
    if (items.isEmpty() || items.getFirst().startsWith("#")) {
      return;
    }
    switch (items.getFirst()) {
      case "git" -> entries.add(git(counted(items, 4)));
      case "rfc3161" -> entries.add(stamper(counted(items, 4)));
      case "witness" -> entries.add(cosigner(counted(items, 4)));
      case "required" -> require(counted(items, 2).get(1));
      default -> throw new Malformed("it begins with none of git, rfc3161, witness and required");
    }
  }

  private static GitBranch git(List<String> items) {
    String location = items.get(2);
    if (PASSWORD.matcher(location).matches()) {
      throw new Malformed("a password does not belong into the location of a repository");
    }
    String branch = items.get(3);
    if (!BRANCH.matcher(branch).matches() || branch.endsWith(".lock")) {
      throw new Malformed("a branch cannot be called " + branch);
    }
    return new GitBranch(name(items), location, branch);
  }

  private Stamper stamper(List<String> items) {
    TimestampAuthority authority =
        new TimestampAuthority(
            name(items),
            Certificates.read(file.resolveSibling(items.get(3))),
            Instant.EPOCH,
            Optional.empty());
    return new Stamper(name(items), url(items.get(2)), authority);
  }

  private static Cosigner cosigner(List<String> items) {
    VerifierKey key = VerifierKey.parse(items.get(2)).orThrow();
    if (key.type() != KeyType.COSIGNATURE) {
      throw new Malformed("the key is not one of a witness");
    }
    return new Cosigner(name(items), url(items.get(3)), key);
  }

  private void require(String count) {
    if (required != null) {
      throw new Malformed("how many are required is said twice");
    }
    if (!COUNT.matcher(count).matches()) {
      throw new Malformed("\"" + count + "\" is no number of places");
    }
    required = Integer.parseInt(count);
  }

  private static String name(List<String> items) {
    if (!NAME.matcher(items.get(1)).matches()) {
      throw new Malformed("a place cannot be called " + items.get(1));
    }
    return items.get(1);
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (!web || url.getHost() == null || url.getUserInfo() != null) {
        throw new Malformed("not an http or https URL without a password in it");
      }
      return url;
    } catch (URISyntaxException e) {
      throw new Malformed("not a URL");
    }
  }

  private static List<String> counted(List<String> items, int count) {
    if (items.size() != count) {
      throw new Malformed("a " + items.getFirst() + " line has " + count + " words");
    }
    return items;
  }
}
