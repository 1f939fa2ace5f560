/** Objects of JSON with fields that are known: written, and taken apart with nothing left over. */
@NullMarked
package dev.releaseledger.evidence.document;

import org.jspecify.annotations.NullMarked;
