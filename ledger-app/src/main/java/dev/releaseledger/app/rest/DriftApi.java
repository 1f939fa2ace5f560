package dev.releaseledger.app.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.drift.CheckingDrift;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.projections.drift.DriftRow;
import dev.releaseledger.projections.drift.Drifts;
import dev.releaseledger.projections.environments.EnvironmentRow;
import dev.releaseledger.projections.environments.Environments;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether reality still agrees. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments/{environment}/drift")
class DriftApi {

  private final CheckingDrift checking;
  private final Drafting drafting;
  private final Drifts drifts;
  private final Environments environments;
  private final Artifacts artifacts;
  private final ObjectMapper mapper;
  private final Answers answers;

  DriftApi(
      CheckingDrift checking,
      Drafting drafting,
      Drifts drifts,
      Environments environments,
      Artifacts artifacts,
      ObjectMapper ledgerMapper,
      Answers answers) {
    this.checking = checking;
    this.drafting = drafting;
    this.drifts = drifts;
    this.environments = environments;
    this.artifacts = artifacts;
    this.mapper = ledgerMapper;
    this.answers = answers;
  }

  record DifferenceView(
      String kind,
      String object,
      String text,
      @Nullable String expected,
      @Nullable String actual) {}

  record ConnectionView(
      String name,
      String status,
      String expected,
      String observed,
      List<DifferenceView> differences) {}

  record DriftView(
      String project,
      String environment,
      String status,
      @Nullable Instant checkedAt,
      @Nullable String occasion,
      @Nullable String releaseId,
      List<ConnectionView> connections) {}

  @GetMapping
  DriftView show(@PathVariable String project, @PathVariable String environment) {
    drafting.environment(new EnvironmentId(project, environment));
    @Nullable String release =
        environments.one(project, environment).map(EnvironmentRow::release).orElse(null);
    Optional<DriftRow> found = drifts.of(project, environment);
    if (found.isEmpty()) {
      return new DriftView(project, environment, "unknown", null, null, release, List.of());
    }
    DriftRow row = found.get();
    Map<String, List<DifferenceView>> differences =
        row.report() == null ? Map.of() : report(row.report());
    return new DriftView(
        project,
        environment,
        row.status(),
        row.checkedAt(),
        row.occasion(),
        release,
        row.observed().keySet().stream()
            .map(name -> connection(row, name, differences.getOrDefault(name, List.of())))
            .toList());
  }

  @PostMapping("/check")
  ResponseEntity<DriftView> check(
      @PathVariable String project, @PathVariable String environment, Caller caller) {
    CheckingDrift.Checked checked =
        checking.check(new EnvironmentId(project, environment), caller.actor());
    return answers.ok(checked.position(), () -> show(project, environment));
  }

  private static ConnectionView connection(
      DriftRow row, String name, List<DifferenceView> differences) {
    String expected = row.expected().getOrDefault(name, "");
    String observed = row.observed().getOrDefault(name, "");
    String status = expected.equals(observed) && differences.isEmpty() ? "clean" : "drifted";
    return new ConnectionView(name, status, expected, observed, differences);
  }

  private Map<String, List<DifferenceView>> report(String digest) {
    String json = artifacts.get(digest).orElse("{}");
    try {
      return mapper.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
