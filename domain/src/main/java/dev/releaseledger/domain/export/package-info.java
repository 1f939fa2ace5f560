/** What was handed to others as evidence. */
@NullMarked
package dev.releaseledger.domain.export;

import org.jspecify.annotations.NullMarked;
