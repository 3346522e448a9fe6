/**
 * What each run decided, attempted and got, and the work still open. Decides nothing and calls nobody. May use
 * {@code candidate}, {@code policy} and {@code deletion}.
 */
@ApplicationModule(allowedDependencies = {"candidate", "policy", "deletion"})
@NullMarked
package io.imagesweep.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
