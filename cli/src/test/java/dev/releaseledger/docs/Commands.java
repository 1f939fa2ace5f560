package dev.releaseledger.docs;

import dev.releaseledger.cli.LedgerCtl;
import dev.releaseledger.cli.session.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;

/** The commands of ledgerctl as they are wired, without running any. */
final class Commands {

  private Commands() {}

  static CommandLine root() {
    return LedgerCtl.commandLine(
        new Surroundings(
            Map.of(),
            Path.of("/nowhere"),
            Path.of("/nowhere"),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            false,
            InstantSource.system()));
  }

  /** Every command below the root, by the words one types for it. */
  static SortedMap<String, CommandLine> all() {
    SortedMap<String, CommandLine> commands = new TreeMap<>();
    collect("", root(), commands);
    return commands;
  }

  private static void collect(
      String prefix, CommandLine command, SortedMap<String, CommandLine> into) {
    command
        .getSubcommands()
        .forEach((name, sub) -> {
          into.put(prefix + name, sub);
          collect(prefix + name + " ", sub, into);
        });
  }
}
