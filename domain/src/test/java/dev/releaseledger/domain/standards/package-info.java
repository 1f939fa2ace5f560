@NullMarked
package dev.releaseledger.domain.standards;

import org.jspecify.annotations.NullMarked;
