@NullMarked
package dev.releaseledger.domain.preflight;

import org.jspecify.annotations.NullMarked;
