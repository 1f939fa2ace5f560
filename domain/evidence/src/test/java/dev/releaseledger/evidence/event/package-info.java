@NullMarked
package dev.releaseledger.evidence.event;

import org.jspecify.annotations.NullMarked;
