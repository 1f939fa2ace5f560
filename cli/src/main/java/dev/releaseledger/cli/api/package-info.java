/** The service as ledgerctl sees it: resources, answers and problems over HTTP. */
@NullMarked
package dev.releaseledger.cli.api;

import org.jspecify.annotations.NullMarked;
