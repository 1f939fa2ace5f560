package dev.releaseledger.app.evidence.report.pdf;

/**
 * Letters in one face, side by side.
 *
 * @param faint whether it stands back
 */
record Run(String text, Face face, boolean faint) {

  Run with(String other) {
    return new Run(other, face, faint);
  }

  boolean looksLike(Run other) {
    return face == other.face && faint == other.faint;
  }
}
