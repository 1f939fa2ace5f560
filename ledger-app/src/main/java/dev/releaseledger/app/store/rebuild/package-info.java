/** Building projections anew from the events, beside the live ones. */
@NullMarked
package dev.releaseledger.app.store.rebuild;

import org.jspecify.annotations.NullMarked;
