package dev.releaseledger.domain.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to evidence: it is signed, and handed out. */
public sealed interface EvidenceEvent {

  /** Who did it, as an actor id. */
  String actor();

  Instant at();

  /**
   * Somebody was given a bundle of evidence.
   *
   * @param kind {@code release} or {@code period}
   * @param project whose release it is, or null for a period
   * @param environment where it was released, or null for a period
   * @param rollout the rollout that led to it, or null for a period
   * @param release the release, or null for a period
   * @param after the size of the log with which the period begins, or null for a release
   * @param size the size of the log under which everything in the bundle is proven
   * @param statement the digest of what was signed
   * @param names whether the names of actors were told
   */
  record EvidenceExported(
      String kind,
      @Nullable String project,
      @Nullable String environment,
      @Nullable String rollout,
      @Nullable String release,
      @Nullable Long after,
      long size,
      String statement,
      boolean names,
      String actor,
      Instant at)
      implements EvidenceEvent {}

  /**
   * A statement was signed. Its leaf in the log is a hashedrekord of Rekor v2, made of the three
   * texts, so that verifiers of others find what they look for.
   *
   * @param signed the SHA-256 of the bytes that were signed, in Base64
   * @param signature the signature, in Base64
   * @param key the public key, DER in Base64
   */
  record StatementLogged(String signed, String signature, String key, String actor, Instant at)
      implements EvidenceEvent {}
}
