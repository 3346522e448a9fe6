package io.imagesweep.ledger;

import io.imagesweep.candidate.AccountRegion;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * One of the parts into which the accounts and regions of a run are divided, each carried out by a run of its own. The
 * account and region alone say in which part it is, so that it stays there when others come or go.
 *
 * @param index which part, from 0
 * @param count how many there are, 1 to 1,000
 */
public record Shard(int index, int count) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");
    private static final int MOST = 1_000;

    public Shard {
        if (count < 1 || count > MOST || index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "shard %d/%d is not i/N with N from 1 to %d and i from 0 to N - 1".formatted(index, count, MOST));
        }
    }

    /** Reads {@code i/N}. */
    public static Shard of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("shard '" + text + "' is not i/N, as 0/4 for the first of four");
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Says whether {@code where} is in this part: in one of the {@link #count} it is. */
    public boolean holds(AccountRegion where) {
        var sum = new CRC32C();
        sum.update((where.accountId() + "/" + where.regionId()).getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % count == index;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
