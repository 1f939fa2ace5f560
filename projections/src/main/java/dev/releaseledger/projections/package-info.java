@NullMarked
package dev.releaseledger.projections;

import org.jspecify.annotations.NullMarked;
