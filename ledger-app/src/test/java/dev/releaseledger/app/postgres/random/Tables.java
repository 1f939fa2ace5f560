package dev.releaseledger.app.postgres.random;

/** Plain tables, as many as there are names. */
final class Tables implements Family {

  @Override
  public void draw(Draw draw) {
    for (int i = 0; i < 3; i++) {
      if (draw.often()) {
        new RandomTable("t" + i, draw.about("t" + i)).declare();
      }
    }
  }
}
