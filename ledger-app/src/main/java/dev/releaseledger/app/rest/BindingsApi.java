package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Actors;
import dev.releaseledger.app.access.Bindings;
import dev.releaseledger.app.access.Bindings.Binding;
import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.access.Scopes;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.access.AccessRefusal.UnknownBinding;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.access.Subject;
import dev.releaseledger.domain.policy.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was granted to whom, and where. */
@RestController
@RequestMapping("/api/v1/bindings")
class BindingsApi {

  private final Bindings bindings;
  private final Actors actors;
  private final Answers answers;

  BindingsApi(Bindings bindings, Actors actors, Answers answers) {
    this.bindings = bindings;
    this.actors = actors;
    this.answers = answers;
  }

  record NewBinding(
      @Nullable String actor,
      @Nullable String group,
      @Nullable String role,
      @Nullable String project,
      @Nullable String environment,
      @Nullable String reason) {}

  record BindingView(
      String id,
      @Nullable String actor,
      @Nullable String actorName,
      @Nullable String group,
      String role,
      @Nullable String project,
      @Nullable String environment,
      String grantedBy,
      Instant grantedAt) {}

  @GetMapping
  Items<BindingView> list() {
    return new Items<>(bindings.list().stream().map(this::view).toList());
  }

  @PostMapping
  ResponseEntity<BindingView> grant(@RequestBody NewBinding request, Caller caller) {
    Role role = Values.role(Values.required("role", request.role()));
    Subject subject = subject(request);
    Scope scope = Scopes.of(request.project(), request.environment());
    Bindings.Recorded recorded =
        bindings.grant(subject, role, scope, request.reason(), caller.actor());
    return answers.at(HttpStatus.CREATED, recorded.position(), () -> one(recorded.id()));
  }

  @DeleteMapping("/{id}")
  ResponseEntity<BindingView> revoke(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String reason,
      Caller caller) {
    BindingView revoked = one(id);
    return answers.ok(bindings.revoke(id, reason, caller.actor()), () -> revoked);
  }

  private Subject subject(NewBinding request) {
    if ((request.actor() == null) == (request.group() == null)) {
      throw new Refused(new InvalidValue("actor", "or a group has to be named, and not both"));
    }
    return request.group() != null
        ? Subject.group(Values.required("group", request.group()))
        : Subject.actor(actors.require(Values.required("actor", request.actor())));
  }

  private BindingView one(String id) {
    return bindings.list().stream()
        .filter(binding -> binding.id().equals(id))
        .map(this::view)
        .findFirst()
        .orElseThrow(() -> new Refused(new UnknownBinding(id)));
  }

  private BindingView view(Binding binding) {
    Subject subject = binding.grant().subject();
    boolean group = subject.kind() == Subject.Kind.GROUP;
    return new BindingView(
        binding.id(),
        group ? null : subject.id(),
        group ? null : actors.nameOf(subject.id()),
        group ? subject.id() : null,
        binding.grant().role().word(),
        binding.grant().scope().project(),
        binding.grant().scope().environment(),
        actors.nameOf(binding.grantedBy()),
        binding.grantedAt());
  }
}
