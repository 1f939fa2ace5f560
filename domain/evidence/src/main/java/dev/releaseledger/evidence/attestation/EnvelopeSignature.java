package dev.releaseledger.evidence.attestation;

/** A signature of an envelope, with a hint at its key that proves nothing. */
public record EnvelopeSignature(String keyId, byte[] signature) {}
