package io.imagesweep.cli;

import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.job.WrongUsage;
import io.imagesweep.policy.Nearest;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A file of accounts: a YAML list of mappings, or a CSV with a heading whose regions are parted by spaces. */
final class AccountsFile {

    private static final List<String> KEYS = Arrays.stream(AccountSettings.class.getRecordComponents())
            .map(component -> SettingNames.kebab(component.getName()))
            .toList();

    private final Path file;

    AccountsFile(Path file) {
        this.file = file;
    }

    /** Gives the accounts in order, each as its settings by their names below an account; a list has an index behind its name. */
    List<Map<String, String>> accounts() {
        String text = text();
        var accounts = isCsv() ? ofCsv(text) : ofYaml(text);
        if (accounts.isEmpty()) {
            throw refusal("names no account: list them, or remove imagesweep.accounts-file");
        }
        return accounts;
    }

    private boolean isCsv() {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private String text() {
        try {
            return withoutByteOrderMark(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException _) {
            throw refusal("is not in UTF-8: save it so");
        } catch (IOException e) {
            throw new WrongUsage("The accounts file " + file + " cannot be read (" + e
                    + "): name an existing one in imagesweep.accounts-file.");
        }
    }

    private List<Map<String, String>> ofCsv(String text) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get();
        try (var csv = CSVParser.parse(text, format)) {
            csv.getHeaderNames().forEach(key -> demandKnown(key, "its heading"));
            return csv.stream().map(this::account).toList();
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw refusal("is no CSV with a heading: " + e.getMessage());
        }
    }

    private Map<String, String> account(CSVRecord row) {
        if (!row.isConsistent()) {
            throw refusal(
                    "has %d fields in the account at row %d, and another number in its heading: part regions by spaces"
                            .formatted(row.size(), row.getRecordNumber()));
        }
        Map<String, String> account = new LinkedHashMap<>();
        row.toMap().forEach((key, value) -> {
            if (key.equals("regions")) {
                put(account, List.of(value.split(" +")));
            } else if (!value.isEmpty()) {
                account.put(key, value);
            }
        });
        return account;
    }

    /** Scalars are the text that is written: an account's number has no leading zero to lose. */
    private List<Map<String, String>> ofYaml(String text) {
        try {
            Node root = new Yaml().compose(new StringReader(text));
            if (root instanceof SequenceNode list) {
                List<Map<String, String>> accounts = new ArrayList<>();
                list.getValue().forEach(node -> accounts.add(account(node)));
                return accounts;
            }
            throw refusal("is no list of accounts: write each as - id: \"…\" with its regions");
        } catch (YAMLException e) {
            throw refusal("is no YAML: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip());
        }
    }

    private Map<String, String> account(Node node) {
        String place = "line " + (node.getStartMark().getLine() + 1);
        if (!(node instanceof MappingNode mapping)) {
            throw refusal("holds something at " + place + " that is no account: write it as - id: \"…\"");
        }
        Map<String, String> account = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        for (NodeTuple setting : mapping.getValue()) {
            String key = scalar(setting.getKeyNode());
            demandKnown(key, place);
            if (!keys.add(key)) {
                throw refusal("has the key '" + key + "' twice at " + place + ": leave one");
            }
            if (key.equals("regions") && setting.getValueNode() instanceof SequenceNode list) {
                put(account, list.getValue().stream().map(this::scalar).toList());
            } else {
                account.put(key, scalar(setting.getValueNode()));
            }
        }
        return account;
    }

    private static void put(Map<String, String> account, List<String> regions) {
        for (int i = 0; i < regions.size(); i++) {
            account.put("regions[" + i + "]", regions.get(i));
        }
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refusal("holds something at line " + (node.getStartMark().getLine() + 1) + " where a plain text belongs");
    }

    private void demandKnown(String key, String place) {
        if (!KEYS.contains(key)) {
            throw refusal("has the key '" + key + "' at " + place + ", which is not known" + Nearest.hint(key, KEYS)
                    + ": the keys are " + String.join(", ", KEYS));
        }
    }

    private WrongUsage refusal(String what) {
        return new WrongUsage("The accounts file " + file + " " + what + ".");
    }
}
