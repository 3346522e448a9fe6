package io.imagesweep.cli;

import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.job.WrongUsage;
import io.imagesweep.policy.Nearest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file of accounts: a YAML list of mappings, or a CSV with a heading whose regions are parted by spaces. */
final class AccountsFile {

    private static final List<String> KEYS = Arrays.stream(AccountSettings.class.getRecordComponents())
            .map(component -> SettingNames.kebab(component.getName()))
            .toList();

    private final Path file;

    AccountsFile(Path file) {
        this.file = file;
    }

    /** Gives the accounts in order. */
    List<AccountInFile> accounts() {
        String text = text();
        var accounts = isCsv() ? new AccountsInCsv(this).accounts(text) : new AccountsInYaml(this).accounts(text);
        if (accounts.isEmpty()) {
            throw refusal("names no account: list them, or remove imagesweep.accounts-file");
        }
        return accounts;
    }

    private boolean isCsv() {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
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

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** An account that begins in {@code line}, counted from 1. */
    AccountInFile account(Map<String, String> settings, long line) {
        return new AccountInFile(settings, SettingPlace.line(file, line));
    }

    static void putRegions(Map<String, String> account, List<String> regions) {
        for (int i = 0; i < regions.size(); i++) {
            account.put("regions[" + i + "]", regions.get(i));
        }
    }

    void demandKnown(String key, String place) {
        if (!KEYS.contains(key)) {
            throw refusal("has the key '" + key + "' at " + place + ", which is not known" + Nearest.hint(key, KEYS)
                    + ": the keys are " + String.join(", ", KEYS));
        }
    }

    WrongUsage refusal(String what) {
        return new WrongUsage("The accounts file " + file + " " + what + ".");
    }
}
