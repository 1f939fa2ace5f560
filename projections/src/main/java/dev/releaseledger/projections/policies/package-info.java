/** The policies that environments have adopted, each as long as it held. */
@NullMarked
package dev.releaseledger.projections.policies;

import org.jspecify.annotations.NullMarked;
