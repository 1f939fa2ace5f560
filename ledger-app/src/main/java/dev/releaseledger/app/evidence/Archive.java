package dev.releaseledger.app.evidence;

/**
 * A file that is handed out.
 *
 * @param position of the last event that was recorded for it
 */
public record Archive(String name, byte[] content, long position) {}
