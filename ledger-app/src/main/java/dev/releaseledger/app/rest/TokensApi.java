package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.AccessTokens;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownToken;
import dev.releaseledger.domain.policy.Refused;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Access tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {

  private final AccessTokens tokens;

  TokensApi(AccessTokens tokens) {
    this.tokens = tokens;
  }

  record NewToken(@Nullable String actorName, @Nullable String role) {}

  record IssuedView(String id, String actor, String actorName, String role, String token) {}

  record TokenView(
      String id,
      String actor,
      String actorName,
      String role,
      Instant createdAt,
      @Nullable Instant revokedAt) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  IssuedView create(@RequestBody NewToken request) {
    String name = Values.required("actorName", request.actorName());
    if (!name.matches("[\\w.@+-]{1,100}")) {
      throw new Refused(
          new InvalidValue("actorName", "must be 1 to 100 letters, digits or one of . _ @ + -"));
    }
    Role role = role(Values.required("role", request.role()));
    AccessTokens.Issued issued = tokens.issue(name, role);
    return new IssuedView(issued.id(), issued.caller().actor(), name, role.word(), issued.secret());
  }

  @GetMapping
  Items<TokenView> list() {
    return new Items<>(
        tokens.list().stream()
            .map(t ->
                new TokenView(
                    t.id(),
                    t.actor(),
                    t.actorName(),
                    t.role().word(),
                    t.createdAt(),
                    t.revokedAt()))
            .toList());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    if (!tokens.revoke(id)) {
      throw new Refused(new UnknownToken(id));
    }
  }

  private static Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new Refused(new InvalidValue("role", "must be viewer, approver, deployer or admin")));
  }
}
