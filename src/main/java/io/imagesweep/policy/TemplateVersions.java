package io.imagesweep.policy;

/** Which versions of a launch template count as uses. */
enum TemplateVersions {
    ALL("all"),
    DEFAULT_AND_LATEST("default-and-latest");

    private final String word;

    TemplateVersions(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
