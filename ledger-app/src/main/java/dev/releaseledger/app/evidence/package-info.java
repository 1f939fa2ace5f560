/** Evidence for those who have no access to the service: collected, signed, logged and packed. */
@NullMarked
package dev.releaseledger.app.evidence;

import org.jspecify.annotations.NullMarked;
