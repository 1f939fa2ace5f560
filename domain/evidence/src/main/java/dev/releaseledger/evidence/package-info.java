/**
 * The tamper-evident log, what is exported from it, and the verifier that needs neither network nor
 * service.
 */
@NullMarked
package dev.releaseledger.evidence;

import org.jspecify.annotations.NullMarked;
