/** Reads the text of documents that people write. */
@NullMarked
package dev.releaseledger.app.document;

import org.jspecify.annotations.NullMarked;
