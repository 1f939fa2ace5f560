@NullMarked
package dev.releaseledger.domain.rehearsal;

import org.jspecify.annotations.NullMarked;
