package io.imagesweep.candidate;

/** Port: reads who uses images from their provider. Retries and paces by itself; changes nothing. */
public interface ReferenceCatalog {

    /** Lists all that one source of an account and region holds, idle and inactive ones too. */
    Reading<Referrers> referrers(AccountRegion where, ReferenceSource source);
}
