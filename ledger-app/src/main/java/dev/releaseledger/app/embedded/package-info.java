/**
 * A PostgreSQL server of the ledger's own, so that a first run needs nothing but a JDK.
 *
 * <p>The server comes from Maven artifacts, keeps its data in one directory, listens on the
 * loopback address only, asks everybody for a password, and never outlives the process that started
 * it.
 */
@NullMarked
package dev.releaseledger.app.embedded;

import org.jspecify.annotations.NullMarked;
