@NullMarked
package dev.releaseledger.domain.release;

import org.jspecify.annotations.NullMarked;
