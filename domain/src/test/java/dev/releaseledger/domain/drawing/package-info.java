@NullMarked
package dev.releaseledger.domain.drawing;

import org.jspecify.annotations.NullMarked;
