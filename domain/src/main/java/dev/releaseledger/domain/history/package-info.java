/** What became of each object of a schema, release by release. */
@NullMarked
package dev.releaseledger.domain.history;

import org.jspecify.annotations.NullMarked;
