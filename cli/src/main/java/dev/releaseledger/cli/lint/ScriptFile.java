package dev.releaseledger.cli.lint;

import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TextFile;

/** Reads scripts from the caller's disk. */
final class ScriptFile {

  private ScriptFile() {}

  static String read(Session session, String file) {
    return TextFile.read(session, file, ScriptFile::unreadable);
  }

  private static Problem unreadable(String detail) {
    return Problem.of(
        "unreadable-script",
        "invalid",
        "A script cannot be read",
        detail,
        "Name a file with SQL in UTF-8.");
  }
}
