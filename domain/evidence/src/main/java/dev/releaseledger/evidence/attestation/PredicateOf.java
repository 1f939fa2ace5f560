package dev.releaseledger.evidence.attestation;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Fields;
import java.util.function.Function;

/** Reads the predicate of a statement that has to be of one type. */
public final class PredicateOf {

  private PredicateOf() {}

  /** The predicate, or why the statement has none of this type. */
  public static <T> Read<T> type(Statement statement, String type, Function<Fields, T> reader) {
    return Read.of(() -> {
      if (!statement.predicateType().equals(type)) {
        throw new Malformed("the statement is not of type " + type);
      }
      return Fields.of(statement.predicate(), reader);
    });
  }
}
