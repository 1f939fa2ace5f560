/** Random schemas of few names: a generator for each family of objects. */
@NullMarked
package dev.releaseledger.app.postgres.random;

import org.jspecify.annotations.NullMarked;
