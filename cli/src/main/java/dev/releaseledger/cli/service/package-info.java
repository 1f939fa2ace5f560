/** Commands about the service and this program: serve, projection, version. */
@NullMarked
package dev.releaseledger.cli.service;

import org.jspecify.annotations.NullMarked;
