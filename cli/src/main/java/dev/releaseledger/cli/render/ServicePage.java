package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes what concerns the service and this program. */
public final class ServicePage {

  private ServicePage() {}

  /** Writes this program's version. */
  public static void version(JsonNode version, Page page) {
    page.line("ledgerctl " + Words.of(version, "version"));
  }
}
