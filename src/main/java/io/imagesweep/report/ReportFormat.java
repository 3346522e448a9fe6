package io.imagesweep.report;

/** The forms of an audit report, by the words of the command line. */
public enum ReportFormat {
    csv,
    json
}
