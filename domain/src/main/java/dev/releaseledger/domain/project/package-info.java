@NullMarked
package dev.releaseledger.domain.project;

import org.jspecify.annotations.NullMarked;
