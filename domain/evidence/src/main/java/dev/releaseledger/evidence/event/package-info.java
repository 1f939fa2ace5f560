/** Events as an outsider knows them: names and JSON, as docs/events.md describes them. */
@NullMarked
package dev.releaseledger.evidence.event;

import org.jspecify.annotations.NullMarked;
