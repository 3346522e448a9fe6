package io.imagesweep.policy;

import io.imagesweep.candidate.ImageUse;

/**
 * What the policy says of one use of an image.
 *
 * @param counts whether the policy asks for uses of this kind
 * @param current whether it was still there when its source was read completely last, as far as anybody can tell
 */
public record UseVerdict(ImageUse use, boolean counts, boolean current) {}
