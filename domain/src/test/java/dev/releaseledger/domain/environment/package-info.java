@NullMarked
package dev.releaseledger.domain.environment;

import org.jspecify.annotations.NullMarked;
