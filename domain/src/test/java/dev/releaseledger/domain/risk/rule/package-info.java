@NullMarked
package dev.releaseledger.domain.risk.rule;

import org.jspecify.annotations.NullMarked;
