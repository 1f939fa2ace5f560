@NullMarked
package dev.releaseledger.projections.timeline;

import org.jspecify.annotations.NullMarked;
