package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Accounts;
import java.util.List;

/** The accounts of a simulated cloud, as they are configured. */
final class SimulatedAccounts {

    private static final String ROLE = "acs:ram::" + SimulatedCloud.OTHER + ":role/imagesweep";

    private SimulatedAccounts() {}

    static Accounts all() {
        return new Accounts(List.of(own(), other(), stranger()));
    }

    static AccountSettings own() {
        return new AccountSettings(SimulatedCloud.OWN, null, List.of("all"), null, null);
    }

    /** Configured under a number that is not the one of the key. */
    static AccountSettings stranger() {
        return new AccountSettings("1000000000000003", null, List.of("cn-hangzhou"), null, null);
    }

    static AccountSettings other() {
        return new AccountSettings(SimulatedCloud.OTHER, null, List.of("all"), ROLE, null);
    }
}
