package dev.releaseledger.cli.demo;

import java.util.function.Consumer;

/**
 * One part of the story.
 *
 * @param title what it is about
 * @param action what happens in it
 */
record Scene(String title, Consumer<Stage> action) {

  void playOn(Stage stage) {
    stage.title(title);
    action.accept(stage);
  }
}
