/** The records of changes, and the files about them, from what the ledger has. */
@org.jspecify.annotations.NullMarked
package dev.releaseledger.app.record;
