package dev.releaseledger.domain.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for secrets in a text by the forms that they are written in. A secret without such a form
 * is not found; what is found need not be one, and is left out by writing it otherwise.
 */
public final class SecretScan {

  private static final String VALUE = "(?!\\*+(?:[^\\w*]|$)|<|\\$\\{|%s)[^\\s'\"&;,)\\\\]+";
  private static final String PARAMETER =
      "(?:host|hostaddr|port|dbname|user|sslmode|service|connect_timeout|application_name)";

  private static final Map<SecretKind, List<Pattern>> FORMS = forms();

  /** A line end, a tab or a quote within a string of JSON. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\[nrt\"]");

  private SecretScan() {}

  private static Map<SecretKind, List<Pattern>> forms() {
    Map<SecretKind, List<Pattern>> forms = new EnumMap<>(SecretKind.class);
    forms.put(
        SecretKind.SQL_PASSWORD,
        patterns("(?i)\\bPASSWORD\\s+(?:E|U&)?'(?!')", "(?i)\\bPASSWORD\\s+\\$(\\w*)\\$(?!\\$)"));
    forms.put(
        SecretKind.URL_CREDENTIALS,
        patterns("(?i)\\b[a-z][a-z0-9+.-]*://[^\\s/:@'\"<>]*:(?!\\*+@|<|\\$\\{)[^\\s/@'\"<>]+@"));
    forms.put(
        SecretKind.PASSWORD_SETTING,
        patterns(
            // Beside another parameter of a connection, or in the query of an address.
            "(?i)\\b%s=\\S[^\\n]{0,200}?\\bpass(?:word|wd)?=%s".formatted(PARAMETER, VALUE),
            "(?i)\\bpass(?:word|wd)?=%s[^\\n]{0,200}?\\s%s=".formatted(VALUE, PARAMETER),
            "(?i)[?&](?:password|passwd|sslpassword)=" + VALUE,
            "(?i)\\bPASSWORD\\s*=\\s*'[^']",
            // On a line of its own, as in a file of settings; and as a member of JSON.
            "(?im)^\\s*[\\w.-]*password=(?!(?:new|old|excluded)\\.)%s$".formatted(VALUE),
            "(?i)\"(?:password|passwd|secret|private_?key|api_?key|access_?token)\\s*\"\\s*:\\s*\"[^\"\\s]"));
    forms.put(
        SecretKind.PRIVATE_KEY, patterns("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"));
    forms.put(
        SecretKind.TOKEN,
        patterns(
            "\\bgh[pousr]_[A-Za-z0-9]{36}",
            "\\bgithub_pat_[A-Za-z0-9_]{22}",
            "\\bglpat-[A-Za-z0-9_-]{20}",
            "\\bxox[abprs]-[A-Za-z0-9-]{10}",
            "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b",
            "\\bAIza[0-9A-Za-z_-]{35}\\b",
            "\\b[rs]k_live_[0-9A-Za-z]{20}",
            "\\bwhsec_[A-Za-z0-9+/]{24}",
            // The ledger's own.
            "\\brl_[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])",
            "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}",
            "(?i)\\bAuthorization\\s*:\\s*(?:Bearer|Basic)\\s+(?![<$*])[A-Za-z0-9._~+/=-]{8,}"));
    return forms;
  }

  private static List<Pattern> patterns(String... texts) {
    return List.of(texts).stream().map(Pattern::compile).toList();
  }

  /** The secrets in a text, in the order of their lines; each kind once in a line. */
  public static List<FoundSecret> of(String text) {
    // As long as it was, so that the lines are those of the text.
    String plain = ESCAPE.matcher(text).replaceAll(SecretScan::unescaped);
    List<FoundSecret> found = new ArrayList<>();
    FORMS.forEach((kind, patterns) -> {
      for (Pattern pattern : patterns) {
        Matcher matcher = pattern.matcher(plain);
        while (matcher.find()) {
          FoundSecret secret = new FoundSecret(kind, lineOf(plain, matcher.end() - 1));
          if (!found.contains(secret)) {
            found.add(secret);
          }
        }
      }
    });
    found.sort(Comparator.comparingInt(FoundSecret::line).thenComparing(FoundSecret::kind));
    return List.copyOf(found);
  }

  private static String unescaped(MatchResult escape) {
    return escape.group().equals("\\\"") ? " \"" : "  ";
  }

  private static int lineOf(String text, int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }
}
