package io.imagesweep.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The kinds of images of a generated state that must not go, or go only with care; in this order, while there is room. */
enum AwkwardKind {
    IN_USE(7, 3),
    SHARED(1, 1),
    OPEN_TO_ALL(1, 0),
    KEEP_TAG(1, 2),
    DEPRECATED(1, 2),
    UNAVAILABLE(1, 0),
    CREATE_FAILED(1, 1),
    WAITING(1, 0),
    IN_TEMPLATE(1, 1),
    IN_SCALING_CONFIGURATION(1, 1),
    COPYING(1, 0),
    IMPORTING(1, 0),
    EXPORTING(1, 0),
    CREATING(1, 0),
    UNICODE_NAME(1, 0),
    QUOTED_NAME(1, 0),
    MARKUP_NAME(1, 0),
    YOUNG(1, 10),
    TAGGED(1, 5),
    NONE(0, 0);

    private static final int WITH_EVERY_KIND = 50;
    private static final String STRANGER = "1999999999999999";

    private final int least;
    private final int percent;

    AwkwardKind(int least, int percent) {
        this.least = least;
        this.percent = percent;
    }

    /** How many of this kind a region of so many images has; none are busy in a small one. */
    int count(int size) {
        if (size < WITH_EVERY_KIND) {
            return isBusy() || this == NONE ? 0 : 1;
        }
        return Math.max(least, size * percent / 100);
    }

    private boolean isBusy() {
        return switch (this) {
            case WAITING, COPYING, IMPORTING, EXPORTING, CREATING -> true;
            default -> false;
        };
    }

    void apply(ImageEdit edit, Instant lately) {
        switch (this) {
            case SHARED -> edit.sharedWith(List.of(STRANGER));
            case OPEN_TO_ALL -> edit.openToAll(true);
            case KEEP_TAG -> edit.tags(Map.of("keep", "true"));
            case DEPRECATED -> edit.status("Deprecated");
            case UNAVAILABLE -> edit.status("UnAvailable");
            case CREATE_FAILED -> edit.status("CreateFailed");
            case WAITING -> edit.status("Waiting").createdAt(lately);
            case COPYING -> edit.busy("copying");
            case IMPORTING -> edit.busy("importing");
            case EXPORTING -> edit.busy("exporting");
            case CREATING -> edit.status("Creating").busy("creating").createdAt(lately);
            case UNICODE_NAME -> edit.name("größe-镜像-\uD83D\uDCBF é");
            case QUOTED_NAME -> edit.name("it's \"quoted\", \\ and; = more");
            case MARKUP_NAME -> edit.name("<b>bold</b> & <script>alert(1)</script> ${x} {{y}}");
            case YOUNG -> edit.createdAt(lately);
            case TAGGED -> edit.tags(Map.of("builder", "packer"));
            case IN_USE, IN_TEMPLATE, IN_SCALING_CONFIGURATION, NONE -> {}
        }
    }
}
