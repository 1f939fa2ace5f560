/** Reads, builds and changes schemas in PostgreSQL databases. */
@NullMarked
package dev.releaseledger.app.postgres;

import org.jspecify.annotations.NullMarked;
