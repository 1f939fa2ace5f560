@NullMarked
package dev.releaseledger.app.access;

import org.jspecify.annotations.NullMarked;
