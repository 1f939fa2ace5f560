/** What the log of a ledger holds, and the proof that it holds it (C2SP tlog-proof, tlog-tiles). */
@NullMarked
package dev.releaseledger.evidence.log;

import org.jspecify.annotations.NullMarked;
