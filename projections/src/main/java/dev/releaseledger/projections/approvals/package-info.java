@NullMarked
package dev.releaseledger.projections.approvals;

import org.jspecify.annotations.NullMarked;
