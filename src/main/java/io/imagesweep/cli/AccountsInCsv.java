package io.imagesweep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Accounts as rows below a heading. */
final class AccountsInCsv {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private final AccountsFile file;

    AccountsInCsv(AccountsFile file) {
        this.file = file;
    }

    List<AccountInFile> accounts(String text) {
        try (var csv = CSVParser.parse(text, FORMAT)) {
            csv.getHeaderNames().forEach(key -> file.demandKnown(key, "its heading"));
            List<AccountInFile> accounts = new ArrayList<>();
            for (CSVRecord row : csv) {
                accounts.add(file.account(account(row), line(text, row)));
            }
            return accounts;
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw file.refusal("is no CSV with a heading: " + e.getMessage());
        }
    }

    private static long line(String text, CSVRecord row) {
        return text.substring(0, Math.toIntExact(row.getCharacterPosition()))
                        .lines()
                        .count()
                + 1;
    }

    private Map<String, String> account(CSVRecord row) {
        if (!row.isConsistent()) {
            throw file.refusal(
                    "has %d fields in the account at row %d, and another number in its heading: part regions by spaces"
                            .formatted(row.size(), row.getRecordNumber()));
        }
        Map<String, String> account = new LinkedHashMap<>();
        row.toMap().forEach((key, value) -> {
            if (key.equals("regions")) {
                AccountsFile.putRegions(account, List.of(value.split(" +")));
            } else if (!value.isEmpty()) {
                account.put(key, value);
            }
        });
        return account;
    }
}
