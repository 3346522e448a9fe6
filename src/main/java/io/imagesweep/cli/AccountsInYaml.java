package io.imagesweep.cli;

import java.io.StringReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Accounts as a list of mappings. Scalars are the text that is written: an account's number has no leading zero to lose. */
final class AccountsInYaml {

    private final AccountsFile file;

    AccountsInYaml(AccountsFile file) {
        this.file = file;
    }

    List<AccountInFile> accounts(String text) {
        try {
            if (new Yaml().compose(new StringReader(text)) instanceof SequenceNode list) {
                return list.getValue().stream()
                        .map(node -> file.account(account(node), line(node)))
                        .toList();
            }
            throw file.refusal("is no list of accounts: write each as - id: \"…\" with its regions");
        } catch (YAMLException e) {
            throw file.refusal("is no YAML: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip());
        }
    }

    private Map<String, String> account(Node node) {
        String place = "line " + line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw file.refusal("holds something at " + place + " that is no account: write it as - id: \"…\"");
        }
        Map<String, String> account = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        for (NodeTuple setting : mapping.getValue()) {
            String key = scalar(setting.getKeyNode());
            file.demandKnown(key, place);
            if (!keys.add(key)) {
                throw file.refusal("has the key '" + key + "' twice at " + place + ": leave one");
            }
            if (key.equals("regions") && setting.getValueNode() instanceof SequenceNode list) {
                AccountsFile.putRegions(
                        account, list.getValue().stream().map(this::scalar).toList());
            } else {
                account.put(key, scalar(setting.getValueNode()));
            }
        }
        return account;
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw file.refusal("holds something at line " + line(node) + " where a plain text belongs");
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
