/**
 * Signed notes, checkpoints, cosignatures, the rules of a witness and of a trust policy (C2SP
 * signed-note, tlog-checkpoint, tlog-cosignature, tlog-witness, tlog-policy).
 */
@NullMarked
package dev.releaseledger.evidence.note;

import org.jspecify.annotations.NullMarked;
