package dev.releaseledger.domain.policy.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How one column differs between a declaration and a database. */
record ColumnComparison(
    ContractColumn declared,
    ContractColumn observed,
    Map<String, ContractColumn> found,
    Contract contract) {

  List<ColumnChange> changes() {
    List<ColumnChange> changes = new ArrayList<>();
    if (!declared.name().equals(observed.name())) {
      changes.add(
          new ColumnChange(
              ChangeType.COLUMN_CASE_CHANGE,
              declared.name(),
              true,
              "the database spells it %s, and names that differ by case only are different"
                  .formatted(observed.name())));
      return changes;
    }
    if (!declared.type().equals(observed.type())) {
      ColumnChange ofType = ofType();
      changes.add(ofType);
      if (ofType.newColumn() != null) {
        return changes;
      }
    }
    nullability(changes);
    if (declared.collation() != null && !sameCollation()) {
      changes.add(
          new ColumnChange(
              ChangeType.COLLATION_CHANGE, declared.name(), true, "the collations differ"));
    }
    return changes;
  }

  private ColumnChange ofType() {
    String types = "%s becomes %s".formatted(observed.type(), declared.type());
    if (Widening.widens(observed.type(), declared.type())) {
      boolean tightens = tightens();
      return new ColumnChange(
          ChangeType.TYPE_WIDEN,
          declared.name(),
          contract.mode() != Contract.Mode.WIDENING || tightens,
          types
              + (tightens
                  ? ", which holds all values, but it is to become NOT NULL as well"
                  : ", which holds all values"));
    }
    if (contract.routesTypes()) {
      return routed(types);
    }
    return new ColumnChange(
        ChangeType.TYPE_CHANGE, declared.name(), true, types + ", which does not hold all values");
  }

  private ColumnChange routed(String types) {
    if (contract.protects(declared.name())) {
      return new ColumnChange(
          ChangeType.PROTECTED_COLUMN_TYPE_CHANGE,
          declared.name(),
          true,
          types + ", and a protected column does not give way to a new one");
    }
    String name = contract.newColumnPrefix() + declared.name();
    ContractColumn there = found.get(name.toLowerCase(Locale.ROOT));
    if (there == null) {
      return new ColumnChange(
          ChangeType.ADD_GENERATED_COLUMN,
          declared.name(),
          false,
          types + ": the values go to a new column " + name,
          name);
    }
    boolean same = there.type().equals(declared.type());
    return new ColumnChange(
        same ? ChangeType.MAP_TO_GENERATED_COLUMN : ChangeType.GENERATED_COLUMN_CONFLICT,
        declared.name(),
        !same,
        same
            ? types + ": the values go to the column " + name
            : "%s, but the column %s is of the type %s".formatted(types, name, there.type()),
        name);
  }

  private void nullability(List<ColumnChange> changes) {
    if (declared.nullable() && !observed.nullable()) {
      changes.add(
          new ColumnChange(
              ChangeType.NULLABILITY_RELAX,
              declared.name(),
              false,
              "the database demands a value where none is declared to be needed"));
    } else if (tightens()) {
      changes.add(
          new ColumnChange(
              ChangeType.NULLABILITY_TIGHTEN,
              declared.name(),
              true,
              "a value is declared to be needed, and rows may be without one"));
    }
  }

  private boolean tightens() {
    return !declared.nullable() && observed.nullable() && !contract.acceptExistingNullableTarget();
  }

  private boolean sameCollation() {
    return declared.collation() != null
        && declared.collation().equalsIgnoreCase(observed.collation());
  }
}
