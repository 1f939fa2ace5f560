/** Anchors that are asked over HTTP: authorities that stamp the time, and witnesses. */
@NullMarked
package dev.releaseledger.app.notary;

import org.jspecify.annotations.NullMarked;
