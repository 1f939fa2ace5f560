/**
 * What a project holds its schema to: how things are named, and what is always or never declared.
 */
@NullMarked
package dev.releaseledger.domain.standards;

import org.jspecify.annotations.NullMarked;
