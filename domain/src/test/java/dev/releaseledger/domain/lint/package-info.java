@NullMarked
package dev.releaseledger.domain.lint;

import org.jspecify.annotations.NullMarked;
