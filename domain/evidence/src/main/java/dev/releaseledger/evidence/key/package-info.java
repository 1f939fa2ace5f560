/** Digests, and Ed25519 keys in the forms of signed notes (C2SP signed-note). */
@NullMarked
package dev.releaseledger.evidence.key;

import org.jspecify.annotations.NullMarked;
