package io.imagesweep.cli;

/** Images of two accounts, and who uses them, with a policy that many of its lines decide on. */
final class ExplainedTables {

    static final String AS_OF = "2026-03-01T12:00:00Z";
    static final String TABLES = """
            insert into image (account_id, region_id, image_id, image_name, image_family, status, created_at, is_shared, tags)
            select account, 'cn-hangzhou', 'm-' || n, 'nightly-' || n, 'f' || n % 7,
              (array['Available', 'Available', 'Deprecated', 'UnAvailable'])[1 + n % 4],
              timestamptz '2026-03-01T12:00:00Z' - make_interval(days => n % 60), n % 11 = 0,
              case when n % 13 = 0 then '{"keep": ""}' else '{}' end::jsonb
            from unnest(array['1001', '1002']) as account, generate_series(1, 120) as n;
            insert into image values ('1002', 'cn-beijing', 'm-only');
            insert into sync_source (account_id, region_id, source, synced_at, observed_since)
            select account, region, source, timestamptz '2026-03-01T11:00:00Z', timestamptz '2026-01-01T00:00:00Z'
            from unnest(array['1001', '1002', '1003']) as account, unnest(array['cn-hangzhou', 'cn-beijing']) as region,
              unnest(array['instances', 'launch-templates', 'scaling-configurations']) as source;
            update sync_source set error = 'Forbidden.RAM' where account_id = '1003' and source = 'instances';
            insert into image_reference
            select '1001', 'cn-hangzhou', 'm-' || n, (array['instance', 'launch-template-version', 'vm'])[1 + (n / 3) % 3],
              'x-' || n, case when n % 2 = 0 then '1003' end,
              timestamptz '2026-03-01T11:00:00Z' - make_interval(hours => (n % 5) * 30)
            from generate_series(1, 120, 3) as n;
            """;
    static final String POLICY = """
            version: 1
            protect: { tags: { keep: "*" }, launch-template-versions: default-and-latest }
            rules:
              - name: broken
                match: { statuses: [UnAvailable] }
                delete-when: { unused-for: 20d }
              - name: nightly
                match: { names: ["nightly-*"] }
                delete-when: { older-than: 10d }
                keep-latest: { count: 2, per: image-family }
                action: deprecate
                grace: 14d
            limits: { ramp-up: 1000000 }
            """;

    private ExplainedTables() {}
}
