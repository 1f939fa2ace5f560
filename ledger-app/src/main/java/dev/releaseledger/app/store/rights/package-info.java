/**
 * Who may change what in the ledger's own database: an owner that migrates it, and the service that
 * only adds to what is recorded.
 */
@NullMarked
package dev.releaseledger.app.store.rights;

import org.jspecify.annotations.NullMarked;
