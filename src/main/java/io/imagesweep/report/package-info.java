/**
 * A run told to a person and to a machine. Reads only the ledger, knows no policy. May use {@code candidate} and
 * {@code ledger}.
 */
@ApplicationModule(allowedDependencies = {"candidate", "ledger"})
@NullMarked
package io.imagesweep.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
