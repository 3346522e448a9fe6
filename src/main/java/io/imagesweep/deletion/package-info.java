/**
 * Deletes one approved image and says what happened as a value: retries, the breaker, and the port to the provider.
 * Knows no run and no database. May use {@code candidate}, {@code policy} and {@code quota}.
 */
@ApplicationModule(allowedDependencies = {"candidate", "policy", "quota"})
@NullMarked
package io.imagesweep.deletion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
