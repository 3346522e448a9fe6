package io.imagesweep.candidate;

import io.imagesweep.candidate.Reference.ImageName;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes references, each under the account that owns its image: the referrer's own account where it has the image, else
 * every other one that has it, else the referrer's own for as long as nobody is known to have it.
 */
final class ReferenceRows {

    private static final int CHUNK = 5_000;

    private static final String NAMED = """
            (select distinct *
            from unnest(:types, :referrers, :names) as each (referrer_type, referrer_id, name)) as named""";

    /** The lower the rank, the likelier the account is the owner. */
    private static final String RANK = """
            case when image.account_id = :account then 0 else 1 end + case when image.gone_at is null then 0 else 2 end""";

    private static final String BY_ID = writing("""
            select named.*, coalesce(image.account_id, :account) as account_id, named.name as image_id, %s as rank
            from %s
            left join image on image.region_id = :region and image.image_id = named.name
            """.formatted(RANK, NAMED));

    private static final String BY_NAME = writing("""
            select named.*, image.account_id, image.image_id, %s as rank
            from %s
            join image on image.region_id = :region and image.image_name = named.name and image.gone_at is null
            """.formatted(RANK, NAMED));

    private static final String NEWEST_OF = writing("""
            select distinct on (named.referrer_type, named.referrer_id, named.name, image.account_id)
              named.*, image.account_id, image.image_id, %s as rank
            from %s
            join image on image.region_id = :region and image.image_family = named.name and image.gone_at is null
              and image.status = 'Available'
            order by named.referrer_type, named.referrer_id, named.name, image.account_id,
              image.created_at desc nulls last, image.image_id collate "C"
            """.formatted(RANK, NAMED));

    /** What was written under its referrer, because nobody was known to own the image, and is now known to be of :account. */
    private static final String ADOPT = """
            insert into image_reference as known
              (account_id, region_id, image_id, referrer_type, referrer_id, referrer_account_id, seen_at)
            select owned.account_id, owned.region_id, owned.image_id, use.referrer_type, use.referrer_id,
              min(use.account_id), max(use.seen_at)
            from image_reference as use
            join image as owned on owned.account_id = :account
              and owned.region_id = use.region_id
              and owned.image_id = use.image_id
            where use.region_id = :region
              and use.account_id <> :account
              and use.referrer_account_id is null
              and owned.gone_at is null
              and not exists (
                select 1
                from image as own
                where own.account_id = use.account_id
                  and own.region_id = use.region_id
                  and own.image_id = use.image_id
                  and own.gone_at is null)
            group by owned.account_id, owned.region_id, owned.image_id, use.referrer_type, use.referrer_id
            on conflict (account_id, region_id, image_id, referrer_type, referrer_id) do update
            set seen_at = excluded.seen_at
            where known.seen_at < excluded.seen_at
            """;

    private final JdbcClient jdbc;

    ReferenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(AccountRegion referrer, List<Reference> references, Instant seenAt) {
        waitForTurn(referrer);
        for (int from = 0; from < references.size(); from += CHUNK) {
            references.subList(from, Math.min(from + CHUNK, references.size())).stream()
                    .collect(Collectors.groupingBy(reference -> writing(reference.image())))
                    .forEach((writing, named) -> write(referrer, named, seenAt, writing));
        }
    }

    /** Until the end of the transaction: two that write the rows of one owner in different orders would block each other. */
    private void waitForTurn(AccountRegion where) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('image_reference'), hashtext(:region))")
                .param("region", where.regionId())
                .query(row -> {});
    }

    private void write(AccountRegion referrer, List<Reference> named, Instant seenAt, String writing) {
        jdbc.sql(writing)
                .param("account", referrer.accountId())
                .param("region", referrer.regionId())
                .param("types", texts(named, Reference::referrerType))
                .param("referrers", texts(named, Reference::referrerId))
                .param("names", texts(named, reference -> text(reference.image())))
                .param("seenAt", StoredTime.of(seenAt))
                .update();
    }

    private static String writing(String resolution) {
        return """
            insert into image_reference as known
              (account_id, region_id, image_id, referrer_type, referrer_id, referrer_account_id, seen_at)
            select account_id, :region, image_id, referrer_type, referrer_id, nullif(:account, account_id), :seenAt
            from (
              select *, rank() over (partition by referrer_type, referrer_id, name order by rank) as place
              from (%s) as resolved) as ranked
            where place = 1
            on conflict (account_id, region_id, image_id, referrer_type, referrer_id) do update
            set referrer_account_id = excluded.referrer_account_id,
              seen_at = excluded.seen_at
            where known.seen_at is null
              or known.seen_at <= excluded.seen_at
              or known.seen_at > now()
            """.formatted(resolution);
    }

    private static String[] texts(List<Reference> references, Function<Reference, String> text) {
        return StoredText.array(references.stream().map(text).toList());
    }

    private static String writing(ImageName name) {
        return switch (name) {
            case ImageName.ById _ -> BY_ID;
            case ImageName.ByName _ -> BY_NAME;
            case ImageName.NewestOf _ -> NEWEST_OF;
        };
    }

    private static String text(ImageName name) {
        return switch (name) {
            case ImageName.ById(var imageId) -> imageId;
            case ImageName.ByName(var text) -> text;
            case ImageName.NewestOf(var family) -> family;
        };
    }

    /** Copies to the images of {@code owner} the references that were waiting for their owner. */
    void adopt(AccountRegion owner) {
        waitForTurn(owner);
        jdbc.sql(ADOPT)
                .param("account", owner.accountId())
                .param("region", owner.regionId())
                .update();
    }
}
