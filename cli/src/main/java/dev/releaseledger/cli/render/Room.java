package dev.releaseledger.cli.render;

import java.util.ArrayList;
import java.util.List;

/** The room a text of limited length still has; what no longer fits is left out, and counted. */
final class Room {
  // For the sentence that says what was left out.
  private static final int RESERVE = 500;

  private final int longest;
  private final List<String> omitted = new ArrayList<>();
  private int left;

  Room(int longest) {
    this.longest = longest;
    this.left = longest - RESERVE;
  }

  /** Returns the text, which has to be there whatever else is not. */
  String take(String text) {
    left -= text.length();
    return text;
  }

  /** Returns as many of the parts as fit, from the first on, between what surrounds them. */
  String take(String before, List<String> parts, String after, String noun) {
    StringBuilder taken = new StringBuilder();
    // When something is missing already, what comes later would only puzzle the reader.
    int space = omitted.isEmpty() ? left - before.length() - after.length() : -1;
    int count = 0;
    for (String part : parts) {
      if (taken.length() + part.length() > space) {
        break;
      }
      taken.append(part);
      count++;
    }
    if (count < parts.size()) {
      omitted.add(Words.count(parts.size() - count, noun));
    }
    return count == 0 ? "" : take(before + taken + after);
  }

  /** Returns the sentence about what did not fit; empty when everything did. */
  String omissions() {
    return omitted.isEmpty()
        ? ""
        : "\n**Left out** to stay below %s characters: %s. `ledgerctl plan` has all of it.\n"
            .formatted(Words.number(longest), String.join(", ", omitted));
  }
}
