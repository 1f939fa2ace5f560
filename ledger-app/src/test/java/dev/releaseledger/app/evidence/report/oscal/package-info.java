@NullMarked
package dev.releaseledger.app.evidence.report.oscal;

import org.jspecify.annotations.NullMarked;
