package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Actors;
import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.SigningKeys;
import dev.releaseledger.app.privacy.Erasing;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.policy.Refused;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people and services that act. */
@RestController
@RequestMapping("/api/v1/actors")
class ActorsApi {

  private final Actors actors;
  private final SigningKeys keys;
  private final LedgerSettings.Oidc oidc;
  private final Erasing erasing;
  private final Answers answers;

  ActorsApi(
      Actors actors, SigningKeys keys, LedgerSettings settings, Erasing erasing, Answers answers) {
    this.actors = actors;
    this.keys = keys;
    this.oidc = settings.oidc();
    this.erasing = erasing;
    this.answers = answers;
  }

  /** What is left out stays as it is. */
  record ActorBody(
      @Nullable String name,
      @Nullable String kind,
      @Nullable List<String> addresses,
      @Nullable List<String> keys,
      @Nullable String subject,
      @Nullable String reason) {}

  record ErasureBody(@Nullable Boolean texts, @Nullable String reason) {}

  record ActorView(
      String actor,
      String name,
      String kind,
      SortedSet<String> addresses,
      List<String> keys,
      SortedSet<String> groups) {}

  @GetMapping
  Items<ActorView> list() {
    return new Items<>(actors.list().stream().map(this::view).toList());
  }

  @PostMapping
  ResponseEntity<ActorView> set(@RequestBody ActorBody body, Caller caller) {
    String name = Values.required("name", body.name());
    Actors.Kind kind = Values.kind(body.kind());
    if (body.subject() != null && !oidc.isOn()) {
      throw new Refused(
          new InvalidValue("subject", "needs an identity provider, and there is none"));
    }
    String actor = actors.ensure(name, kind);
    if (body.kind() != null) {
      actors.setKind(actor, kind);
    }
    if (body.subject() != null) {
      actors.bind(actor, oidc.issuer(), body.subject());
    }
    Long position = null;
    if (body.keys() != null) {
      position = keys.set(actor, body.keys(), body.reason(), caller.actor());
    }
    if (body.addresses() != null) {
      position = actors.setAddresses(actor, body.addresses(), body.reason(), caller.actor());
    }
    return position == null
        ? ResponseEntity.ok(one(actor))
        : answers.at(HttpStatus.OK, position, () -> one(actor));
  }

  @PostMapping("/{name}/erasure")
  ResponseEntity<Erasing.Erased> erase(
      @PathVariable String name, @RequestBody ErasureBody body, Caller caller) {
    boolean texts = body.texts() != null && body.texts();
    Erasing.Erased erased = erasing.actor(name, texts, body.reason(), caller.actor());
    return answers.at(HttpStatus.OK, erased.position(), () -> erased);
  }

  private ActorView one(String actor) {
    return actors.list().stream()
        .filter(a -> a.id().equals(actor))
        .map(this::view)
        .findFirst()
        .orElseThrow();
  }

  private ActorView view(Actors.Actor actor) {
    return new ActorView(
        actor.id(),
        actor.name(),
        actor.kind(),
        actor.addresses(),
        keys.fingerprintsOf(actor.id()),
        actors.groupsOf(actor.id()));
  }
}
