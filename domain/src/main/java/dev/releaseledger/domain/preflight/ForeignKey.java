package dev.releaseledger.domain.preflight;

import java.util.List;

/** A foreign key as its definition has it. */
public record ForeignKey(
    List<String> columns, String table, List<String> referenced, boolean full) {

  private static final String REFERENCES = " REFERENCES ";

  public ForeignKey {
    columns = List.copyOf(columns);
    referenced = List.copyOf(referenced);
  }

  /** Reads a definition as the server writes it. */
  public static ForeignKey of(String definition) {
    int after = Clause.after(definition, 0);
    int name = after + REFERENCES.length();
    int open = Clause.skip(definition, name, '(');
    return new ForeignKey(
        Clause.items(Clause.within(definition, 0)),
        definition.substring(name, open),
        Clause.items(Clause.within(definition, name)),
        definition.indexOf(" MATCH FULL", open) > 0);
  }
}
