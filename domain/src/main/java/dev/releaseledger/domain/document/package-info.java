/** Reads the documents that people write: which settings there are, and which mistakes. */
@NullMarked
package dev.releaseledger.domain.document;

import org.jspecify.annotations.NullMarked;
