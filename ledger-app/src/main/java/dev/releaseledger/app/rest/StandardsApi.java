package dev.releaseledger.app.rest;

import dev.releaseledger.app.planning.CheckingStandards;
import dev.releaseledger.app.planning.StandardsReport;
import dev.releaseledger.domain.environment.EnvironmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether a declared schema is as the project's standards say. */
@RestController
class StandardsApi {

  private final CheckingStandards checking;

  StandardsApi(CheckingStandards checking) {
    this.checking = checking;
  }

  record CheckRequest(@Nullable String ref, boolean all) {}

  record ConnectionView(String name, int rules, List<PlanView.FindingView> findings) {}

  record StandardsView(
      String project,
      String environment,
      String ref,
      String requestedRef,
      boolean all,
      int errors,
      List<ConnectionView> connections) {}

  @PostMapping("/api/v1/projects/{project}/environments/{environment}/standards/check")
  StandardsView check(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody CheckRequest request) {
    EnvironmentId id = new EnvironmentId(project, environment);
    return view(checking.check(id, Values.required("ref", request.ref()), request.all()));
  }

  private static StandardsView view(StandardsReport report) {
    return new StandardsView(
        report.environment().project(),
        report.environment().environment(),
        report.commit().sha(),
        report.requestedRef(),
        report.whole(),
        report.errors(),
        report.parts().entrySet().stream()
            .map(entry -> connection(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static ConnectionView connection(String name, StandardsReport.Part part) {
    return new ConnectionView(
        name, part.rules(), part.findings().stream().map(PlanView::finding).toList());
  }
}
