@NullMarked
package dev.releaseledger.projections.drift;

import org.jspecify.annotations.NullMarked;
