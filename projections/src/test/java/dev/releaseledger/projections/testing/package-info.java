/** A real PostgreSQL for every test that asks for one. */
@NullMarked
package dev.releaseledger.projections.testing;

import org.jspecify.annotations.NullMarked;
