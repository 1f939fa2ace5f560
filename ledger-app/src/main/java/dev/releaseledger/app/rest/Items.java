package dev.releaseledger.app.rest;

import java.util.List;

/** A list on the wire. */
record Items<T>(List<T> items) {
  Items {
    items = List.copyOf(items);
  }
}
