package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.AccessTokens;
import dev.releaseledger.app.access.AccessTokens.Limits;
import dev.releaseledger.app.access.Actors;
import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.access.Scopes;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

/** Access tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {

  private final AccessTokens tokens;
  private final Actors actors;
  private final Answers answers;
  private final Clock clock;

  TokensApi(AccessTokens tokens, Actors actors, Answers answers, Clock clock) {
    this.tokens = tokens;
    this.actors = actors;
    this.answers = answers;
    this.clock = clock;
  }

  record NewToken(
      @Nullable String actorName,
      @Nullable String kind,
      @Nullable String role,
      @Nullable String project,
      @Nullable String environment,
      @Nullable String expiresIn,
      @Nullable List<String> triggers,
      @Nullable String reason) {}

  record IssuedView(
      String id,
      String actor,
      String actorName,
      @Nullable String role,
      @Nullable String project,
      @Nullable String environment,
      SortedSet<String> triggers,
      @Nullable Instant expiresAt,
      String token) {}

  record TokenView(
      String id,
      String actor,
      String actorName,
      @Nullable String role,
      @Nullable String project,
      @Nullable String environment,
      SortedSet<String> triggers,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt) {}

  @PostMapping
  ResponseEntity<IssuedView> create(@RequestBody NewToken request, Caller caller) {
    String name = Values.required("actorName", request.actorName());
    Limits limits = limits(request);
    String actor = actors.ensure(name, Values.kind(request.kind()));
    AccessTokens.Issued issued = tokens.issue(actor, limits, request.reason(), caller.actor());
    return answers.at(
        HttpStatus.CREATED,
        issued.position(),
        () ->
            new IssuedView(
                issued.id(),
                actor,
                name,
                word(limits.role()),
                limits.scope().project(),
                limits.scope().environment(),
                limits.triggers(),
                limits.expiresAt(),
                issued.secret()));
  }

  @GetMapping
  Items<TokenView> list() {
    return new Items<>(tokens.list().stream().map(this::view).toList());
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Void> revoke(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String reason,
      Caller caller) {
    Optional<Long> position = tokens.revoke(id, reason, caller.actor());
    ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.noContent();
    position.ifPresent(p -> answer.header(PositionFilter.POSITION, Long.toString(p)));
    return answer.build();
  }

  private Limits limits(NewToken request) {
    return new Limits(
        request.role() == null ? null : Values.role(request.role()),
        Scopes.of(request.project(), request.environment()),
        request.triggers() == null ? Caller.TRIGGERS : new TreeSet<>(request.triggers()),
        request.expiresIn() == null ? null : end(request.expiresIn()));
  }

  private TokenView view(AccessTokens.Listed token) {
    Limits limits = token.limits();
    return new TokenView(
        token.id(),
        token.actor(),
        actors.nameOf(token.actor()),
        word(limits.role()),
        limits.scope().project(),
        limits.scope().environment(),
        limits.triggers(),
        token.createdAt(),
        limits.expiresAt(),
        token.revokedAt());
  }

  /** A whole millisecond, which is told as it is stored. */
  private Instant end(String expiresIn) {
    return clock.instant().plus(duration(expiresIn)).truncatedTo(ChronoUnit.MILLIS);
  }

  private static Duration duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      // Further ahead no instant can be stored.
      if (duration.toDays() <= 36_500) {
        return duration;
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static Refused invalid() {
    return new Refused(
        new InvalidValue("expiresIn", "must be a duration such as P30D or PT12H, at most P36500D"));
  }

  private static @Nullable String word(@Nullable Role role) {
    return role == null ? null : role.word();
  }
}
