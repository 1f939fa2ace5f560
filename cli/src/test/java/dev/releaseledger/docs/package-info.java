/** Documentation and code, held together. */
@NullMarked
package dev.releaseledger.docs;

import org.jspecify.annotations.NullMarked;
