@NullMarked
package dev.releaseledger.domain.plan;

import org.jspecify.annotations.NullMarked;
