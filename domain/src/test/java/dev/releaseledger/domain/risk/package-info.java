@NullMarked
package dev.releaseledger.domain.risk;

import org.jspecify.annotations.NullMarked;
