package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.environment.EnvironmentRefusal.SchemaDiffers;
import dev.releaseledger.domain.policy.Refusal;
import java.util.List;
import java.util.Map;

/** Why a request makes no sense as it is, or as things are. */
public sealed interface RequestRefusal extends Refusal {

  /** No project of this name. */
  record UnknownProject(String project) implements RequestRefusal {
    @Override
    public String slug() {
      return "unknown-project";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no project %s.".formatted(project);
    }

    @Override
    public String remedy() {
      return "List them with ledgerctl project list, or create it with ledgerctl project create.";
    }
  }

  /** No environment of this name. */
  record UnknownEnvironment(String project, String environment) implements RequestRefusal {
    @Override
    public String slug() {
      return "unknown-environment";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "Project %s has no environment %s.".formatted(project, environment);
    }

    @Override
    public String remedy() {
      return "List them with ledgerctl env list, or create it with ledgerctl env create.";
    }
  }

  /** The ledger has no such moment. */
  record UnknownMoment(String moment, String why) implements RequestRefusal {
    @Override
    public String slug() {
      return "unknown-moment";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no moment %s in the ledger: %s.".formatted(moment, why);
    }

    @Override
    public String remedy() {
      return "ledgerctl timeline shows the positions and times of events, and ledgerctl release"
          + " list the releases.";
    }
  }

  /** A document is no policy. */
  record InvalidPolicy(List<String> errors) implements RequestRefusal {
    public InvalidPolicy {
      errors = List.copyOf(errors);
    }

    @Override
    public String slug() {
      return "invalid-policy";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return errors.size() == 1
          ? "The document has a mistake: %s.".formatted(errors.getFirst())
          : "The document has %d mistakes.".formatted(errors.size());
    }

    @Override
    public String remedy() {
      return "Correct the document, and look at it with ledgerctl policy diff before it is set.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("errors", errors);
    }
  }

  /** No policy of this version. */
  record UnknownPolicy(String environment, int version) implements RequestRefusal {
    @Override
    public String slug() {
      return "unknown-policy";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "%s has adopted no policy of version %d.".formatted(environment, version);
    }

    @Override
    public String remedy() {
      return "ledgerctl policy show without --version shows the one that holds, and its number.";
    }
  }

  /** No token of this id. */
  record UnknownToken(String token) implements RequestRefusal {
    @Override
    public String slug() {
      return "unknown-token";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no token %s.".formatted(token);
    }

    @Override
    public String remedy() {
      return "List them with ledgerctl token list; the id begins with tok_.";
    }
  }

  /** The name is in use. */
  record NameTaken(String what, String name) implements RequestRefusal {
    @Override
    public String slug() {
      return "name-taken";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The %s %s exists already.".formatted(what, name);
    }

    @Override
    public String remedy() {
      return "Choose another name; names of projects and environments are never given away again.";
    }
  }

  /** A value of the request is not acceptable. */
  record InvalidValue(String field, String why) implements RequestRefusal {
    @Override
    public String slug() {
      return "invalid-value";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return "%s %s.".formatted(field, why);
    }

    @Override
    public String remedy() {
      return "Correct the value and ask again.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("field", field);
    }
  }

  /** The environment has no release yet. */
  record NoRelease(String environment) implements RequestRefusal {
    @Override
    public String slug() {
      return "no-release";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "%s has no release.".formatted(environment);
    }

    @Override
    public String remedy() {
      return "Apply a ref, or adopt what the database has with ledgerctl env baseline.";
    }
  }

  /** A pointer does not move to a schema that the database does not have; says what differs. */
  record NotOfThatSchema(SchemaDiffers decided, List<String> differences, List<?> listed)
      implements RequestRefusal {
    private static final int SPOKEN = 3;

    public NotOfThatSchema {
      differences = List.copyOf(differences);
      listed = List.copyOf(listed);
    }

    @Override
    public String slug() {
      return decided.slug();
    }

    @Override
    public Category category() {
      return decided.category();
    }

    @Override
    public String detail() {
      int more = differences.size() - SPOKEN;
      return "%s It differs in: %s%s."
          .formatted(
              decided.detail(),
              String.join("; ", differences.stream().limit(SPOKEN).toList()),
              more > 0 ? "; and " + more + " more" : "");
    }

    @Override
    public String remedy() {
      return decided.remedy();
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("differences", listed);
    }
  }

  /** The database has a schema that the ledger knows nothing of. */
  record NotBaselined(String environment, String connection, int objects)
      implements RequestRefusal {
    @Override
    public String slug() {
      return "not-baselined";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s has no release, but its database (connection %s) has %d object%s; planning from"
              .formatted(environment, connection, objects, objects == 1 ? "" : "s")
          + " here could drop what somebody else made.";
    }

    @Override
    public String remedy() {
      return "Adopt what is there as the first release with ledgerctl env baseline, then apply.";
    }
  }

  /** The database cannot be adopted, because parts of it were not read. */
  record UnreadObjects(String environment, List<String> objects) implements RequestRefusal {
    public UnreadObjects {
      objects = List.copyOf(objects);
    }

    @Override
    public String slug() {
      return "unread-objects";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s has objects that this version does not read: %s."
          .formatted(environment, String.join("; ", objects));
    }

    @Override
    public String remedy() {
      return "See docs/rules/unread-object.md for what is covered; a schema is governed whole or"
          + " not at all.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("objects", objects);
    }
  }

  /** The database differs from what the ledger knows. */
  record DriftFound(String environment, List<String> differences, List<?> listed)
      implements RequestRefusal {
    public DriftFound {
      differences = List.copyOf(differences);
      listed = List.copyOf(listed);
    }

    @Override
    public String slug() {
      return "drift-found";
    }

    @Override
    public Category category() {
      return Category.DRIFT;
    }

    @Override
    public String detail() {
      int more = differences.size() - 3;
      return "The database of %s was changed outside of the ledger: %s%s. Nothing was executed and"
              .formatted(
                  environment,
                  String.join("; ", differences.stream().limit(3).toList()),
                  more > 0 ? "; and " + more + " more" : "")
          + " no release was made.";
    }

    @Override
    public String remedy() {
      return "Undo the change in the database and run ledgerctl drift check; or declare it in git"
          + " and adopt it with ledgerctl env baseline --ref REF.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("differences", listed);
    }
  }

  /** A service gave its word where that of a person is asked for. */
  record ServiceDecides(String name) implements RequestRefusal {
    @Override
    public String slug() {
      return "service-decides";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s is a service; approvals and reviews are the word of people.".formatted(name);
    }

    @Override
    public String remedy() {
      return "Have a person decide. A person who was recorded as a service is set right with:"
          + " ledgerctl actor set %s --kind person.".formatted(name);
    }
  }

  /** The plan of a rollout is not what a plan made now would be. */
  record PlanIsStale(String rollout, String planned, String now) implements RequestRefusal {
    @Override
    public String slug() {
      return "plan-is-stale";
    }

    @Override
    public Category category() {
      return Category.STALE;
    }

    @Override
    public String detail() {
      return "The plan of %s (%s) does not hold any more; made now it would be %s."
          .formatted(rollout, planned, now);
    }

    @Override
    public String remedy() {
      return "Apply the ref again: it is planned anew, and approved anew where approval is needed.";
    }
  }
}
