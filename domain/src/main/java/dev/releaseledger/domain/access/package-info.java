@NullMarked
package dev.releaseledger.domain.access;

import org.jspecify.annotations.NullMarked;
