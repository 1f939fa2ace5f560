/** JSON that has one meaning only, and its canonical form (RFC 8785). */
@NullMarked
package dev.releaseledger.evidence.json;

import org.jspecify.annotations.NullMarked;
