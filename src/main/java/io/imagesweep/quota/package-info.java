/**
 * How often the API may be called: permits and pauses per account, region and action. Calls nothing itself. May use
 * {@code candidate}.
 */
@ApplicationModule(allowedDependencies = {"candidate"})
@NullMarked
package io.imagesweep.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
