package dev.releaseledger.app.embedded;

/** Who connects to the embedded server; none of them is a superuser. */
public enum ServerRole {
  /** Owns the ledger's own database. */
  LEDGER("ledger", ""),
  /** Makes scratch databases and runs declared SQL in them, which nobody has to trust. */
  SCRATCH("ledger_scratch", "createdb"),
  /** Owns the databases made for {@code embedded:NAME} environments. */
  TARGET("ledger_target", "");

  private final String roleName;
  private final String privileges;

  ServerRole(String roleName, String privileges) {
    this.roleName = roleName;
    this.privileges = privileges;
  }

  /** The role's name in PostgreSQL; a database of the same name is its place to connect to. */
  public String roleName() {
    return roleName;
  }

  /** What the role may do beyond using what it owns, as options of {@code ALTER ROLE}. */
  String options() {
    return "login nosuperuser nocreaterole noreplication nobypassrls "
        + (privileges.isEmpty() ? "nocreatedb" : privileges);
  }
}
