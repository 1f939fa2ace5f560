@org.jspecify.annotations.NullMarked
package dev.releaseledger.app.evidence.report.given;
