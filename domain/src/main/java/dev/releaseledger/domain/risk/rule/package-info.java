/** What is worth noticing about a plan; each rule is a class and a page. */
@NullMarked
package dev.releaseledger.domain.risk.rule;

import org.jspecify.annotations.NullMarked;
