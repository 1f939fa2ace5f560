/** Whether a release is ready: what the ledger has, and what is given beside it, judged. */
@NullMarked
package dev.releaseledger.app.readiness;

import org.jspecify.annotations.NullMarked;
