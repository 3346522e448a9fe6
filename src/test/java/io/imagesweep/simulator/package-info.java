/**
 * A simulator of the ECS API over real HTTP: signatures, quotas, errors and faults as the real one has them, with a control surface
 * that tells what was received. Runs inside a test or alone; uses nothing of the product.
 */
@NullMarked
package io.imagesweep.simulator;

import org.jspecify.annotations.NullMarked;
