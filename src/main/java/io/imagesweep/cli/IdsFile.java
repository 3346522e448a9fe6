package io.imagesweep.cli;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.job.WrongUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of image ids, one a line, each perhaps behind its region and a comma. Blank lines, lines that begin with
 * {@code #} and the heading {@code region,image_id} are passed over.
 *
 * @param name the file; {@code -} is stdin
 * @param region the region of ids that name none
 */
record IdsFile(String name, @Nullable String region) {

    private static final Pattern LINE = Pattern.compile("(?:([a-z0-9-]+),)?([A-Za-z0-9][A-Za-z0-9._-]{0,199})");

    List<Id> read() {
        Set<Id> ids = new LinkedHashSet<>();
        var lines = lines();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !(number == 1 && line.equals("region,image_id"))) {
                ids.add(id(line, number));
            }
        }
        if (ids.isEmpty()) {
            throw new WrongUsage("The list " + name + " holds no image id: nothing to do.");
        }
        return new ArrayList<>(ids);
    }

    private List<String> lines() {
        try {
            var bytes = name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
            return withoutMark(new String(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new WrongUsage(
                    "The list " + name + " cannot be read (" + e + "): name an existing file, or - for stdin.");
        }
    }

    /** Spreadsheets put a byte order mark in front. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Id id(String line, int number) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            throw new WrongUsage(
                    "Line " + number + " of " + name + " is '" + line + "': neither an image id nor region,image_id.");
        }
        var where = found.group(1) == null ? region : found.group(1);
        if (where == null) {
            throw new WrongUsage("Line " + number + " of " + name + " names no region: give --region.");
        }
        return new Id(where, found.group(2));
    }

    /** One image of the list. */
    record Id(String region, String imageId) {

        ImageKey of(String account) {
            return new ImageKey(account, region, imageId);
        }
    }
}
