package dev.releaseledger.app.store;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.key.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form in which a stored event holds a free text: an object whose one member is the digest.
 *
 * <p>No text can be taken for it: within a text every quotation mark has a backslash before it.
 */
final class SaltedText {

  private static final String MEMBER = "salted";

  /** How every one of them begins. */
  static final String START = "{\"" + MEMBER + "\":\"sha256:";

  private static final byte[] STARTING = Utf8.encode(START);

  /** Only where a text can be: a database may be called as the member is. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<=\"(?:%s)\":)".formatted(String.join("|", FreeTextFields.names()))
              + Pattern.quote(START)
              + "([0-9a-f]{64})\"}");

  private SaltedText() {}

  static ObjectNode of(Sha256 commitment) {
    return JsonNodeFactory.instance.objectNode().put(MEMBER, digest(commitment.hex()));
  }

  /** A digest as events have it. */
  static String digest(String hex) {
    return "sha256:" + hex;
  }

  /** Whether a stored event has one; asked of every event that is read. */
  static boolean isIn(byte[] payload) {
    for (int at = 0; at <= payload.length - STARTING.length; at++) {
      if (Arrays.equals(payload, at, at + STARTING.length, STARTING, 0, STARTING.length)) {
        return true;
      }
    }
    return false;
  }

  /** The same of one that is a text already. */
  static boolean isIn(String payload) {
    return payload.contains(START);
  }

  /** The digest that stands for one member of a stored event, or nothing where the text does. */
  static Optional<Sha256> of(String payload, String member) {
    Matcher matcher = Pattern.compile("(?<=\"" + member + "\":)" + FORM.pattern()).matcher(payload);
    return matcher.find() ? Optional.of(Sha256.parseHex(matcher.group(1))) : Optional.empty();
  }

  /** The digests in a stored event, in their order. */
  static List<String> in(String payload) {
    // Most events have none, which is found out sooner than by the pattern.
    if (!isIn(payload)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    Matcher matcher = FORM.matcher(payload);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** The stored event with texts in the place of their digests. */
  static String opened(String payload, UnaryOperator<String> text) {
    return !isIn(payload)
        ? payload
        : FORM.matcher(payload).replaceAll(match -> Matcher.quoteReplacement(quoted(match, text)));
  }

  private static String quoted(MatchResult match, UnaryOperator<String> text) {
    return '"'
        + new String(JsonStringEncoder.getInstance().quoteAsString(text.apply(match.group(1))))
        + '"';
  }
}
