package dev.releaseledger.evidence.json;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Utf8;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON value of the kind that RFC 8785 can write: no lone surrogate, no NaN, no infinity. */
public sealed interface Json {

  /**
   * An object, its names in the order of RFC 8785 (UTF-16 code units).
   *
   * @param members what each name stands for
   */
  record Obj(SortedMap<String, Json> members) implements Json {

    /** Refuses a name that cannot be written. */
    public Obj {
      members.keySet().forEach(Str::checked);
      // A copy of a sorted map would keep its order, which may be another.
      SortedMap<String, Json> inOrder = new TreeMap<>();
      inOrder.putAll(members);
      members = Collections.unmodifiableSortedMap(inOrder);
    }

    /** An object with these members. */
    public static Obj of(Map<String, ? extends Json> members) {
      return new Obj(new TreeMap<>(members));
    }

    /** What the name stands for, or null where it is absent. */
    public @Nullable Json find(String name) {
      return members.get(name);
    }

    /** What the name stands for; its absence is refused. */
    public Json get(String name) {
      Json value = members.get(name);
      if (value == null) {
        throw new Malformed("\"" + name + "\" is missing");
      }
      return value;
    }

    /** The string that the name stands for. */
    public String text(String name) {
      if (get(name) instanceof Str(String value)) {
        return value;
      }
      throw new Malformed("\"" + name + "\" is not a string");
    }

    /** The safe integer that the name stands for. */
    public long integer(String name) {
      if (get(name) instanceof Num number && number.isSafeInteger()) {
        return (long) number.value();
      }
      throw new Malformed("\"" + name + "\" is not a whole number below 2^53");
    }

    /** The object that the name stands for. */
    public Obj object(String name) {
      if (get(name) instanceof Obj value) {
        return value;
      }
      throw new Malformed("\"" + name + "\" is not an object");
    }

    /** The elements of the array that the name stands for. */
    public List<Json> array(String name) {
      if (get(name) instanceof Arr(List<Json> elements)) {
        return elements;
      }
      throw new Malformed("\"" + name + "\" is not an array");
    }

    /** Refuses an object that has other names than these, or lacks one of them. */
    public Obj exactly(Set<String> names) {
      if (!members.keySet().equals(names)) {
        throw new Malformed("the names are " + members.keySet() + " instead of " + names);
      }
      return this;
    }
  }

  /**
   * An array.
   *
   * @param elements its elements
   */
  record Arr(List<Json> elements) implements Json {

    /** Keeps a copy. */
    public Arr {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A string.
   *
   * @param value its characters
   */
  record Str(String value) implements Json {

    /** Refuses a lone surrogate, which has no UTF-8. */
    public Str {
      checked(value);
    }

    private static void checked(String value) {
      if (!Utf8.isWellFormed(value)) {
        throw new Malformed("a surrogate without its other half");
      }
    }
  }

  /**
   * A number, which is an IEEE 754 double as in ECMAScript.
   *
   * @param value the number
   */
  record Num(double value) implements Json {

    /** The largest whole number of which all smaller ones are exact too. */
    public static final long MAX_SAFE = (1L << 53) - 1;

    /** Refuses what JSON has no spelling for. */
    public Num {
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        throw new Malformed("a number that is not finite");
      }
      // RFC 8785 has one zero; the other, which IEEE 754 has too, becomes it here.
      value += 0.0;
    }

    /** A whole number; one that a double may not hold exactly is refused. */
    public static Num of(long value) {
      if (Math.abs(value) > MAX_SAFE || value == Long.MIN_VALUE) {
        throw new Malformed("a whole number beyond 2^53 - 1");
      }
      return new Num(value);
    }

    /** Whether it is a whole number that every reader holds exactly. */
    public boolean isSafeInteger() {
      return value == Math.rint(value) && Math.abs(value) <= MAX_SAFE;
    }
  }

  /**
   * True or false.
   *
   * @param value which
   */
  record Bool(boolean value) implements Json {}

  /** Null. */
  record Null() implements Json {}
}
