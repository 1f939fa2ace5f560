@NullMarked
package dev.releaseledger.projections.access;

import org.jspecify.annotations.NullMarked;
