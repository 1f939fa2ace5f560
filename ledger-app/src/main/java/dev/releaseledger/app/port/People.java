package dev.releaseledger.app.port;

import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is who: what the ledger knows of actors, who are only ids in its events. */
public interface People {

  /** What an actor's id looks like. */
  Pattern ACTOR = Pattern.compile("\\bact_[0-9A-Z]{26}\\b");

  /** The groups an actor is a member of. */
  SortedSet<String> groupsOf(String actor);

  /** The git e-mail addresses an actor commits under, in lower case. */
  SortedSet<String> addressesOf(String actor);

  /** The name of an actor; its id where it is not known. */
  String nameOf(String actor);

  /** The actor of a name. */
  Optional<String> actorNamed(String name);

  /** Whether an actor is a service, which decides nothing. */
  boolean isService(String actor);

  /** The actors who commit under an address; more than one where they share it. */
  SortedSet<String> actorsAt(String address);

  /** A sentence, with the names of the actors it is about in the place of their ids. */
  default String named(String sentence) {
    return named(sentence, this::nameOf);
  }

  /** A sentence, with these names of the actors it is about in the place of their ids. */
  static String named(String sentence, UnaryOperator<String> names) {
    return ACTOR
        .matcher(sentence)
        .replaceAll(id -> Matcher.quoteReplacement(names.apply(id.group())));
  }
}
