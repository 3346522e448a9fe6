/**
 * May this candidate go, and is the whole plan sane? Pure: no database, no network, no clock, no framework; what else
 * it must know comes in as arguments. May use {@code candidate}.
 */
@ApplicationModule(allowedDependencies = {"candidate"})
@NullMarked
package io.imagesweep.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
