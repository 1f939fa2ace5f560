/** Forgetting names and texts, and recording that they were forgotten. */
@NullMarked
package dev.releaseledger.app.privacy;

import org.jspecify.annotations.NullMarked;
