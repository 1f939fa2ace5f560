package dev.releaseledger.evidence.archive;

/** How much an archive may hold before it is refused unread. */
public record ArchiveLimits(int files, long fileBytes, long totalBytes) {

  private static final long MEBIBYTE = 1024 * 1024;

  /** What the verifier takes: more than any release needs, less than fills a machine. */
  public static ArchiveLimits standard() {
    return new ArchiveLimits(20_000, 256 * MEBIBYTE, 768 * MEBIBYTE);
  }
}
