@NullMarked
package dev.releaseledger.domain.risk.cost;

import org.jspecify.annotations.NullMarked;
