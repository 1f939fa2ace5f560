package dev.releaseledger.domain.secret;

/** What kind of secret a text seems to carry. */
public enum SecretKind {
  /** A password written out in DDL, such as {@code CREATE ROLE r PASSWORD '...'}. */
  SQL_PASSWORD("a password in SQL"),
  /** An address with a user and a password in it. */
  URL_CREDENTIALS("an address with a password"),
  /** A password among the parameters of a connection, or as a setting of its own. */
  PASSWORD_SETTING("a password as a setting"),
  /** The private half of a pair of keys. */
  PRIVATE_KEY("a private key"),
  /** What somebody is let in with, in the form of one of those who issue such. */
  TOKEN("an access token");

  private final String words;

  SecretKind(String words) {
    this.words = words;
  }

  /** What it is, in words. */
  public String words() {
    return words;
  }
}
