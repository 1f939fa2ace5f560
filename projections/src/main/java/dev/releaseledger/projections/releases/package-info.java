@NullMarked
package dev.releaseledger.projections.releases;

import org.jspecify.annotations.NullMarked;
