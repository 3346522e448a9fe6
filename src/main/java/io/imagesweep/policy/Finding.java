package io.imagesweep.policy;

/**
 * Something wrong or doubtful in a policy file.
 *
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param path where in the document, as JSON Pointer; empty for the whole document
 * @param message what was found and what is allowed
 */
public record Finding(int line, int column, String path, String message) {

    /** Writes the finding as one line that editors can jump to. */
    public String toText(String fileName) {
        String where = fileName + ":" + line + ":" + column + ": ";
        return path.isEmpty() ? where + message : where + path + ": " + message;
    }
}
