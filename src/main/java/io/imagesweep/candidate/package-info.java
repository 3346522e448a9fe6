/**
 * The images that exist, and what is known of them and of their use: the retention database, and the port through which
 * it is refreshed. Decides nothing. May use no other room.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.imagesweep.candidate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
