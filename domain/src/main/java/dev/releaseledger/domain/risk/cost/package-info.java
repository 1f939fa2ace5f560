/** What statements cost the people who use the database meanwhile, as measured on real servers. */
@NullMarked
package dev.releaseledger.domain.risk.cost;

import org.jspecify.annotations.NullMarked;
