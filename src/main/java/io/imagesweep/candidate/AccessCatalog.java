package io.imagesweep.candidate;

import java.util.List;
import java.util.Set;

/** Port: what the provider must permit, and whether it does. Trying it changes nothing. */
public interface AccessCatalog {

    /** Names the least that {@code account} must permit a run whose policy asks for {@code extras}. Asks nobody. */
    List<Permission> needed(AccountSettings account, Set<Extra> extras);

    /** Names what the plain credentials must be permitted so that the roles of {@code accounts} can be assumed. Asks nobody. */
    List<Permission> neededToAssume(List<AccountSettings> accounts);

    /** Tries whether there are credentials for {@code account}, its role assumed. */
    Trial credentials(AccountSettings account);

    /** Tries what {@link #needed} names in one region, as far as that can be done by reading, and the clock. */
    List<Trial> tried(AccountRegion where, Set<Extra> extras);
}
