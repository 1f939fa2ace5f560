/** A schema as a picture: its tables, and how they refer to each other. */
@NullMarked
package dev.releaseledger.domain.drawing;

import org.jspecify.annotations.NullMarked;
