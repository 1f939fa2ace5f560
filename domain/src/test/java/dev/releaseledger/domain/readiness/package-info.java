@NullMarked
package dev.releaseledger.domain.readiness;

import org.jspecify.annotations.NullMarked;
