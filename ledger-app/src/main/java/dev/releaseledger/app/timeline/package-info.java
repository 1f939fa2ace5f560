/** What happened, asked for and followed. */
@NullMarked
package dev.releaseledger.app.timeline;

import org.jspecify.annotations.NullMarked;
