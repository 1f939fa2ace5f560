@NullMarked
package dev.releaseledger.domain.schema;

import org.jspecify.annotations.NullMarked;
