package dev.releaseledger.app.git;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.RevCommit;

/** The e-mail addresses of those who wrote a commit: its author, and the co-authors it names. */
final class Authors {

  private static final Pattern CO_AUTHOR =
      Pattern.compile("(?im)^co-authored-by:[^<\\n]*<([^>\\n]+)>");

  private Authors() {}

  static SortedSet<String> of(RevCommit commit) {
    SortedSet<String> addresses = new TreeSet<>();
    addresses.add(plain(commit.getAuthorIdent().getEmailAddress()));
    Matcher named = CO_AUTHOR.matcher(commit.getFullMessage());
    while (named.find()) {
      addresses.add(plain(named.group(1)));
    }
    return addresses;
  }

  private static String plain(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }
}
