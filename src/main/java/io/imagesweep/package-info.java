/** Imagesweep: the program's entry, and below it the rooms from {@code candidate} to {@code cli}. */
@NullMarked
package io.imagesweep;

import org.jspecify.annotations.NullMarked;
