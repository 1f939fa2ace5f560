@NullMarked
package dev.releaseledger.projections.notices;

import org.jspecify.annotations.NullMarked;
