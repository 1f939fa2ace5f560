package dev.releaseledger.app.postgres;

/** One file of a declared schema: its path in the repository, and its text. */
public record SqlFile(String path, String text) {}
