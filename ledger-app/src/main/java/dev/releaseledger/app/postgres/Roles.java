package dev.releaseledger.app.postgres;

import dev.releaseledger.app.refusal.DatabaseRefusal.ScratchLacksRoles;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.plan.Undo;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Policy;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The roles that a schema names, which a scratch server needs before it can be made there. */
final class Roles {

  private static final String UNDEFINED = "42704";
  private static final String DUPLICATE = "42710";
  private static final Pattern MISSING = Pattern.compile("role \"(.+)\" does not exist");
  private static final Pattern FOR_ROLE =
      Pattern.compile("FOR ROLE (\"(?:[^\"]|\"\")+\"|[^\\s\"]+) .*");
  private static final Pattern MAPPED =
      Pattern.compile("FOR (\"(?:[^\"]|\"\")+\"|[^\\s\"]+) SERVER .*");

  private Roles() {}

  /** Makes the roles that are missing on the ledger's own server, and refuses elsewhere. */
  static void require(Scratch scratch, List<Step> steps, Schema... schemas) throws SQLException {
    SortedSet<String> missing = new TreeSet<>();
    for (Schema schema : schemas) {
      schema.objects().values().forEach(object -> collect(object, missing));
      schema.access().grants().stream()
          .map(Grant::grantee)
          .filter(role ->
              scratch.own()
                  || steps.stream().anyMatch(it -> names(it.sql() + " " + undo(it.undo()), role)))
          .forEach(missing::add);
    }
    missing.removeIf("PUBLIC"::equalsIgnoreCase);
    missing.removeAll(existing(scratch.connection()));
    if (!missing.isEmpty() && !scratch.own()) {
      throw new Refused(new ScratchLacksRoles(List.copyOf(missing)));
    }
    for (String role : missing) {
      make(scratch.connection(), role);
    }
  }

  private static boolean names(String sql, String role) {
    return sql.contains(" TO " + role) || sql.contains(" FROM " + role);
  }

  private static String undo(Undo undo) {
    return switch (undo) {
      case Undo.Reversible(String sql) -> sql;
      case Undo.ReversibleWithDataLoss(String sql, String _) -> sql;
      case Undo.Irreversible _ -> "";
    };
  }

  private static void collect(SchemaObject object, Set<String> roles) {
    if (object instanceof Grant grant) {
      roles.add(grant.grantee());
      found(FOR_ROLE, grant.on().identity(), roles);
    } else if (object instanceof Policy policy) {
      roles.addAll(policy.roles());
    } else if (object.id().kind() == ObjectKind.USER_MAPPING) {
      found(MAPPED, object.id().identity(), roles);
    }
  }

  private static void found(Pattern pattern, String text, Set<String> roles) {
    Matcher matcher = pattern.matcher(text);
    if (matcher.matches()) {
      roles.add(matcher.group(1));
    }
  }

  private static Set<String> existing(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(Sql.named("roles"))) {
      while (result.next()) {
        names.add(result.getString(1));
      }
    }
    return names;
  }

  /** Makes the role that a statement failed for, or says that this was not why it failed. */
  static boolean made(Connection connection, SQLException failure) throws SQLException {
    String message = failure.getMessage();
    Matcher matcher = MISSING.matcher(message == null ? "" : message);
    if (!UNDEFINED.equals(failure.getSQLState()) || !matcher.find()) {
      return false;
    }
    try (PreparedStatement quoting =
        connection.prepareStatement("SELECT pg_catalog.quote_ident(?)")) {
      quoting.setString(1, matcher.group(1));
      try (ResultSet result = quoting.executeQuery()) {
        result.next();
        make(connection, result.getString(1));
      }
    }
    return true;
  }

  private static void make(Connection connection, @Nullable String role) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + role + " NOLOGIN");
    } catch (SQLException e) {
      // Another scratch database of the same server may have needed it at the same moment.
      if (!DUPLICATE.equals(e.getSQLState())) {
        throw e;
      }
    }
  }
}
