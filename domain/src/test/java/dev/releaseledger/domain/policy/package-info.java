@NullMarked
package dev.releaseledger.domain.policy;

import org.jspecify.annotations.NullMarked;
