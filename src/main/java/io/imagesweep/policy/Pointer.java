package io.imagesweep.policy;

import java.util.regex.Pattern;

/** Writes paths in the document as JSON Pointers. */
final class Pointer {

    static final String ROOT = "";

    private static final Pattern LIST_OF_MAPPINGS = Pattern.compile("/rules(/[0-9]+/delete-when/any-of)?");

    private Pointer() {}

    static String child(String path, String key) {
        return path + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** Gives the path of an element: its own in a list of mappings, the list's in a list of scalars. */
    static String element(String path, int index) {
        return LIST_OF_MAPPINGS.matcher(path).matches() ? path + "/" + index : path;
    }
}
