@NullMarked
package dev.releaseledger.evidence.archive;

import org.jspecify.annotations.NullMarked;
