@NullMarked
package dev.releaseledger.domain.record.artifact;

import org.jspecify.annotations.NullMarked;
