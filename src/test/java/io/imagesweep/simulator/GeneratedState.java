package io.imagesweep.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A state made from four numbers: the same numbers make the same state, but for its times. */
record GeneratedState(int images, int regions, int accounts, long seed) {

    private static final long FIRST_ACCOUNT = 1_000_000_000_000_001L;
    private static final List<String> REGIONS = List.of(
            "cn-hangzhou",
            "cn-beijing",
            "cn-shanghai",
            "eu-central-1",
            "ap-southeast-1",
            "us-west-1",
            "us-east-1",
            "cn-shenzhen",
            "ap-northeast-1",
            "eu-west-1",
            "cn-qingdao",
            "cn-zhangjiakou",
            "cn-huhehaote",
            "cn-chengdu",
            "cn-hongkong",
            "ap-southeast-5",
            "ap-southeast-3",
            "ap-south-1",
            "me-east-1",
            "ap-northeast-2");

    GeneratedState {
        if (images < 0 || regions < 1 || accounts < 1) {
            throw new IllegalArgumentException("images 0 or more, regions and accounts 1 or more: %d, %d, %d"
                    .formatted(images, regions, accounts));
        }
    }

    StateDocument document(Instant start) {
        var random = new SplittableRandom(seed);
        var all = new ArrayList<AccountState>();
        for (int account = 0; account < accounts; account++) {
            var held = new ArrayList<RegionState>();
            for (int region = 0; region < regions; region++) {
                int place = account * regions + region;
                held.add(new GeneratedRegion(regionId(region), share(place), start, random.split()).state());
            }
            all.add(new AccountState(accountId(account), keys(account), List.of(role()), List.of(), held));
        }
        return new StateDocument(all);
    }

    /** Spread evenly; the first places take what is left over. */
    private int share(int place) {
        int places = accounts * regions;
        return images / places + (place < images % places ? 1 : 0);
    }

    private List<AccessKey> keys(int account) {
        return account == 0 ? List.of(new AccessKey("testid", "testsecret", true, null, null, null)) : List.of();
    }

    private static Role role() {
        return new Role("imagesweep", List.of(accountId(0)), List.of(new Grant("*", null)), null, null, null);
    }

    private static String accountId(int account) {
        return Long.toString(FIRST_ACCOUNT + account);
    }

    private static String regionId(int region) {
        return IntStream.of(region)
                .mapToObj(r -> r < REGIONS.size() ? REGIONS.get(r) : "region-" + (r + 1))
                .findFirst()
                .orElseThrow();
    }
}
