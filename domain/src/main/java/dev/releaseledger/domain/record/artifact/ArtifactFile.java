package dev.releaseledger.domain.record.artifact;

/**
 * A file to be written into a folder.
 *
 * @param name its path below the folder, with slashes
 */
public record ArtifactFile(String name, String content) {}
