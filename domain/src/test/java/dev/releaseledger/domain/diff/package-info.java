@NullMarked
package dev.releaseledger.domain.diff;

import org.jspecify.annotations.NullMarked;
