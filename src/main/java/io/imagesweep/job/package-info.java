/**
 * The order of the steps, their partitions, restart, stop and exit codes: all of Spring Batch is here. Decides and
 * deletes nothing itself. May use every room to its left.
 */
@ApplicationModule(allowedDependencies = {"candidate", "policy", "quota", "deletion", "ledger", "report"})
@NullMarked
package io.imagesweep.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
