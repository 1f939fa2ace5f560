@NullMarked
package dev.releaseledger.app.project;

import org.jspecify.annotations.NullMarked;
