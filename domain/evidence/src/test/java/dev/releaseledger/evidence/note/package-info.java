@NullMarked
package dev.releaseledger.evidence.note;

import org.jspecify.annotations.NullMarked;
