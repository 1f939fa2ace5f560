package dev.releaseledger.app.postgres.random;

/** Draws objects of kinds that belong together. */
@FunctionalInterface
interface Family {

  void draw(Draw draw);
}
