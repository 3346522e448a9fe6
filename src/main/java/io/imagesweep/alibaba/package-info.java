/**
 * The API of Alibaba Cloud behind the two ports of {@code candidate} and {@code deletion}; the only room that knows the
 * SDK. Decides nothing. May use {@code candidate}, {@code quota} and {@code deletion}.
 */
@ApplicationModule(allowedDependencies = {"candidate", "quota", "deletion"})
@NullMarked
package io.imagesweep.alibaba;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
