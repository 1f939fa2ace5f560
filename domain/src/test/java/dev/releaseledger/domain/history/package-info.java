@NullMarked
package dev.releaseledger.domain.history;

import org.jspecify.annotations.NullMarked;
