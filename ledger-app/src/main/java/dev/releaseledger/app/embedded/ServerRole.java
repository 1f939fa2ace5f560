package dev.releaseledger.app.embedded;

/** Who connects to the embedded server; none of them is a superuser. */
public enum ServerRole {
  /** Owns the ledger's own database and what is recorded in it. */
  OWNER("ledger_owner", "ledger", "") {
    @Override
    public ServerRole databaseOwner() {
      return this;
    }
  },
  /** Serves: adds to what is recorded, and cannot change it. */
  LEDGER("ledger", "ledger", "") {
    @Override
    public ServerRole databaseOwner() {
      return OWNER;
    }
  },
  /** Makes scratch databases and runs declared SQL in them, which nobody has to trust. */
  SCRATCH("ledger_scratch", "ledger_scratch", "createdb"),
  /** Owns the databases made for {@code embedded:NAME} environments. */
  TARGET("ledger_target", "ledger_target", "");

  private final String roleName;
  private final String database;
  private final String privileges;

  ServerRole(String roleName, String database, String privileges) {
    this.roleName = roleName;
    this.database = database;
    this.privileges = privileges;
  }

  /** The role's name in PostgreSQL. */
  public String roleName() {
    return roleName;
  }

  /** The database that is its place to connect to. */
  public String database() {
    return database;
  }

  /** Who owns that database: the role itself, unless another one does. */
  public ServerRole databaseOwner() {
    return this;
  }

  /** What the role may do beyond using what it owns, as options of {@code ALTER ROLE}. */
  String options() {
    return "login nosuperuser nocreaterole noreplication nobypassrls "
        + (privileges.isEmpty() ? "nocreatedb" : privileges);
  }
}
