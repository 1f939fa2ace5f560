package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.policy.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why something cannot be had from, or done with, a database. */
public sealed interface DatabaseRefusal extends Refusal {

  /** No connection. */
  record UnreachableDatabase(String url, String why) implements DatabaseRefusal {
    @Override
    public String slug() {
      return "unreachable-database";
    }

    @Override
    public Category category() {
      return Category.UNREACHABLE;
    }

    @Override
    public String detail() {
      return "The database %s cannot be reached: %s".formatted(url, why);
    }

    @Override
    public String remedy() {
      return "Check that the server runs, the environment's URL (ledgerctl env show), and the"
          + " credentials the service has for it. Nothing was executed.";
    }
  }

  /** The URL is not one the ledger takes. */
  record InadmissibleUrl(String url, String why) implements DatabaseRefusal {
    @Override
    public String slug() {
      return "inadmissible-url";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return "The URL %s cannot be used: %s.".formatted(url, why);
    }

    @Override
    public String remedy() {
      return "Give jdbc:postgresql://HOST:PORT/DATABASE without user and password, or"
          + " embedded:NAME; credentials come from the service's environment or pass file.";
    }
  }

  /** The server is of a version that nothing was proven on. */
  record UnsupportedServerVersion(String url, String why) implements DatabaseRefusal {
    @Override
    public String slug() {
      return "unsupported-server";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s: %s.".formatted(url, why);
    }

    @Override
    public String remedy() {
      return "Use a server of a supported version.";
    }
  }

  /** The scratch server is of another major version than the target. */
  record ScratchVersionDiffers(int scratch, int target) implements DatabaseRefusal {
    @Override
    public String slug() {
      return "scratch-version-differs";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The target runs PostgreSQL %d, the scratch server %d; servers of different versions"
              .formatted(target, scratch)
          + " write the same schema in different words.";
    }

    @Override
    public String remedy() {
      return "Name a scratch server of version %d with LEDGER_SCRATCH_URL.".formatted(target);
    }
  }

  /** Privileges name roles that a scratch server does not have, which is not the ledger's own. */
  record ScratchLacksRoles(List<String> roles) implements DatabaseRefusal {
    public ScratchLacksRoles {
      roles = List.copyOf(roles);
    }

    @Override
    public String slug() {
      return "scratch-lacks-roles";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The scratch server has no role %s, to which something is granted."
          .formatted(String.join(", ", roles));
    }

    @Override
    public String remedy() {
      return "Make the roles on the server that LEDGER_SCRATCH_URL names; they need no login.";
    }
  }

  /** A declared file does not load. */
  record DeclarationDoesNotLoad(
      String file, int line, String message, @Nullable String sqlState, @Nullable String hint)
      implements DatabaseRefusal {
    @Override
    public String slug() {
      return "declaration-does-not-load";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return "%s:%d: %s".formatted(file, line, message);
    }

    @Override
    public String remedy() {
      return hint == null
          ? "Correct the file and commit it; files are executed in path order, in an empty"
              + " database, by a role that is no superuser."
          : hint;
    }

    @Override
    public Map<String, Object> extras() {
      Map<String, Object> extras = new LinkedHashMap<>();
      extras.put("file", file);
      extras.put("line", line);
      if (sqlState != null) {
        extras.put("sqlState", sqlState);
      }
      return extras;
    }
  }

  /** The plan does not do on a scratch copy what it should. */
  record RehearsalFailed(String what, List<String> details) implements DatabaseRefusal {
    public RehearsalFailed {
      details = List.copyOf(details);
    }

    @Override
    public String slug() {
      return "rehearsal-failed";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The plan was rehearsed on a scratch copy and %s: %s"
          .formatted(what, String.join("; ", details));
    }

    @Override
    public String remedy() {
      return "Nothing was executed on the target. Take the change in smaller steps, or report the"
          + " two schemas as a defect of the planner.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("details", details);
    }
  }

  /** The plan works on an empty scratch copy, and not on one with rows. */
  record RehearsalFailsOnRows(String what, String rows) implements DatabaseRefusal {
    @Override
    public String slug() {
      return "rehearsal-fails-on-rows";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s (the rows are those of the seed %s; without rows the plan works)"
          .formatted(what, rows);
    }

    @Override
    public String remedy() {
      return "Nothing was executed on the target. Change the plan so that it works on such rows;"
          + " or correct the seed, if the target can have none like them.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("rows", rows);
    }
  }

  /** Another runner holds the database. */
  record DatabaseBusy(String url) implements DatabaseRefusal {
    @Override
    public String slug() {
      return "database-busy";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "Another apply holds the database %s.".formatted(url);
    }

    @Override
    public String remedy() {
      return "Wait for it to end, then ask again.";
    }
  }
}
