/** What each release made of each object of an environment's schemas. */
@NullMarked
package dev.releaseledger.projections.schemahistory;

import org.jspecify.annotations.NullMarked;
