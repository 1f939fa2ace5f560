@NullMarked
package dev.releaseledger.app.notary;

import org.jspecify.annotations.NullMarked;
