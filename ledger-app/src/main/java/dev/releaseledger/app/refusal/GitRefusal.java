package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.policy.Refusal;
import java.util.List;
import java.util.Map;

/** Why a declared schema cannot be had from git. */
public sealed interface GitRefusal extends Refusal {

  /** No branch, tag or commit of this name. */
  record UnknownRef(String repository, String ref) implements GitRefusal {
    @Override
    public String slug() {
      return "unknown-ref";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "Cannot resolve ref '%s' in %s: there is no branch, tag or commit of that name."
          .formatted(ref, repository);
    }

    @Override
    public String remedy() {
      return "Check the spelling (git branch -a, git tag, git log), and that the commit has been"
          + " pushed to the repository the project names.";
    }
  }

  /** Several things have this name. */
  record AmbiguousRef(String ref, List<String> candidates) implements GitRefusal {
    public AmbiguousRef {
      candidates = List.copyOf(candidates);
    }

    @Override
    public String slug() {
      return "ambiguous-ref";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return "The ref '%s' could be: %s.".formatted(ref, String.join(", ", candidates));
    }

    @Override
    public String remedy() {
      return "Name the full commit id, or refs/heads/... or refs/tags/...";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("candidates", candidates);
    }
  }

  /** Git cannot read the repository. */
  record UnreachableRepository(String repository, String why) implements GitRefusal {
    @Override
    public String slug() {
      return "unreachable-repository";
    }

    @Override
    public Category category() {
      return Category.UNREACHABLE;
    }

    @Override
    public String detail() {
      return "The repository %s cannot be read: %s".formatted(repository, why);
    }

    @Override
    public String remedy() {
      return "Check the path or URL of the project, that the service may read it, and its git"
          + " credentials (LEDGER_GIT_USERNAME, LEDGER_GIT_PASSWORD).";
    }
  }

  /** Nothing is declared; taken at its word it would drop everything. */
  record EmptyDeclaration(String folder, String commit) implements GitRefusal {
    @Override
    public String slug() {
      return "empty-declaration";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return "There is no *.sql file below '%s' at %s; an empty declaration would drop everything."
          .formatted(folder, commit);
    }

    @Override
    public String remedy() {
      return "Check the project's schema directory (ledgerctl project show) and what is committed"
          + " there.";
    }
  }

  /** The file with the project's standards has none. */
  record InvalidStandards(String path, List<String> errors) implements GitRefusal {
    public InvalidStandards {
      errors = List.copyOf(errors);
    }

    @Override
    public String slug() {
      return "invalid-standards";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return errors.size() == 1
          ? "%s has a mistake: %s.".formatted(path, errors.getFirst())
          : "%s has %d mistakes.".formatted(path, errors.size());
    }

    @Override
    public String remedy() {
      return "Correct the file and commit it, or remove it: then there are no standards.";
    }

    @Override
    public Map<String, Object> extras() {
      return Map.of("errors", errors);
    }
  }

  /** A file is not text. */
  record UnreadableFile(String path, String why) implements GitRefusal {
    @Override
    public String slug() {
      return "unreadable-file";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return "%s cannot be read: %s.".formatted(path, why);
    }

    @Override
    public String remedy() {
      return "Commit the file as UTF-8 text.";
    }
  }
}
