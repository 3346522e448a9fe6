package io.imagesweep.report;

/** The forms of an audit report, by the words of the command line. */
public enum ReportFormat {
    csv,
    json,
    html,
    text;

    /** How the name of a file in this form ends. */
    public String ending() {
        return switch (this) {
            case csv, json, html -> "." + this;
            case text -> ".txt";
        };
    }
}
