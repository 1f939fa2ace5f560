/** What a schema is: its objects as values, what depends on what, and the digest that names it. */
@NullMarked
package dev.releaseledger.domain.schema;

import org.jspecify.annotations.NullMarked;
