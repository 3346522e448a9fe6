package io.imagesweep.policy;

import io.imagesweep.candidate.ImageUse;

/** Says in a part of a sentence who uses an image, and when that was seen. */
final class UseText {

    private UseText() {}

    static String of(ImageUse use) {
        return Shown.shortened(use.referrerType()) + " " + Shown.shortened(use.referrerId()) + " of account "
                + Shown.shortened(use.referrerAccountId()) + ", seen at "
                + (use.seenAt() == null ? "no known time" : use.seenAt());
    }
}
