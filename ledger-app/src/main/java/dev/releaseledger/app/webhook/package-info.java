@NullMarked
package dev.releaseledger.app.webhook;

import org.jspecify.annotations.NullMarked;
