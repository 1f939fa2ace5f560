package dev.releaseledger.app.rest;

import dev.releaseledger.app.linting.LintingScripts;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a script would do to an environment. */
@RestController
class LintApi {

  private static final int LONGEST = 1_000_000;

  private final LintingScripts linting;

  LintApi(LintingScripts linting) {
    this.linting = linting;
  }

  record Script(@Nullable String path, @Nullable String sql) {}

  record LintRequest(@Nullable String connection, @Nullable List<Script> files) {}

  @PostMapping("/api/v1/projects/{project}/environments/{environment}/lint")
  LintView lint(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody LintRequest request) {
    List<SqlFile> files = files(request.files());
    return LintView.of(
        linting.lint(new EnvironmentId(project, environment), request.connection(), files));
  }

  private static List<SqlFile> files(@Nullable List<Script> scripts) {
    if (scripts == null || scripts.isEmpty()) {
      throw new Refused(new InvalidValue("files", "is missing"));
    }
    List<SqlFile> files = new ArrayList<>();
    long length = 0;
    for (Script script : scripts) {
      String sql = script.sql() == null ? "" : script.sql();
      length += sql.length();
      files.add(new SqlFile(Values.required("files.path", script.path()), sql));
    }
    if (length > LONGEST) {
      throw new Refused(
          new InvalidValue("files", "must not be longer than %,d characters".formatted(LONGEST)));
    }
    return files;
  }
}
