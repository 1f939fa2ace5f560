package dev.releaseledger.cli.demo;

/** How to go on from where the story ends. */
final class Epilogue {

  private Epilogue() {}

  static void say(Stage stage, Theatre theatre, boolean keep) {
    if (keep) {
      stage.say(
          """
          The service goes on running. To look around:

            export LEDGER_SERVER=%1$s LEDGER_DATA=%2$s/data LEDGER_CONFIG=%2$s/context.json
            ledgerctl plan --env dev --ref v5
            ledgerctl schema show --env prod --table orders
            ledgerctl timeline --env prod

          Stop it with `kill %3$d`, then delete %2$s.
          """
              .formatted(theatre.service().url(), theatre.folder(), theatre.service().pid()));
    } else {
      stage.say(
          """
          The service stops now and its folder is deleted. To look around in it, run
          `ledgerctl demo --keep`; to begin with a schema of your own, run `ledgerctl serve`
          and then the commands of the first scene.
          """);
    }
  }
}
