/** How everything stood at an earlier moment, computed from the events alone. */
@NullMarked
package dev.releaseledger.app.replaying;

import org.jspecify.annotations.NullMarked;
