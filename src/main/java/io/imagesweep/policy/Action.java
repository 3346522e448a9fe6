package io.imagesweep.policy;

/** What a rule does with an image that is due. */
enum Action {
    DELETE("delete"),
    DEPRECATE("deprecate");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
