/**
 * The commands, their options and their output. Does no work of its own. May use every room to its left.
 */
@ApplicationModule(allowedDependencies = {"candidate", "policy", "quota", "deletion", "ledger", "report", "job"})
@NullMarked
package io.imagesweep.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
