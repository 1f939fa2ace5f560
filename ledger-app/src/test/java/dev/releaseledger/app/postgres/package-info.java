/** Tests on real servers. */
@NullMarked
package dev.releaseledger.app.postgres;

import org.jspecify.annotations.NullMarked;
