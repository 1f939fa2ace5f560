package dev.releaseledger.app.port;

/** A file of declared schema: its path inside the repository and its text. */
public record SqlFile(String path, String text) {}
