/** What is handed to an auditor: the files of a bundle, their manifest, and the zip of them. */
@NullMarked
package dev.releaseledger.evidence.bundle;

import org.jspecify.annotations.NullMarked;
