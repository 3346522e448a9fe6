package io.imagesweep.candidate;

/** Where uses of images are looked for. */
public enum ReferenceSource {
    INSTANCES("instances"),
    LAUNCH_TEMPLATES("launch-templates"),
    SCALING_CONFIGURATIONS("scaling-configurations");

    private final String word;

    ReferenceSource(String word) {
        this.word = word;
    }

    /** Gives its name in policies, tables and reports. */
    @Override
    public String toString() {
        return word;
    }
}
