package io.imagesweep.policy;

/** Where uses of an image are looked for. */
enum ReferenceSource {
    INSTANCES("instances"),
    LAUNCH_TEMPLATES("launch-templates"),
    SCALING_CONFIGURATIONS("scaling-configurations");

    private final String word;

    ReferenceSource(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
