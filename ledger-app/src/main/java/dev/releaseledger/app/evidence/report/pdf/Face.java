package dev.releaseledger.app.evidence.report.pdf;

/** In which letters something is set. */
enum Face {
  PLAIN("DejaVuSansCondensed.ttf"),
  BOLD("DejaVuSansCondensed-Bold.ttf"),
  MONO("DejaVuSansMono.ttf");

  private final String file;

  Face(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }
}
