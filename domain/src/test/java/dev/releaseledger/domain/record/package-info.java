@NullMarked
package dev.releaseledger.domain.record;

import org.jspecify.annotations.NullMarked;
