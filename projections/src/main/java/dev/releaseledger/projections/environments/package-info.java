@NullMarked
package dev.releaseledger.projections.environments;

import org.jspecify.annotations.NullMarked;
