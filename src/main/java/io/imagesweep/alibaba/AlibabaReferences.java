package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.ReferenceCatalog;
import io.imagesweep.candidate.ReferenceSource;
import io.imagesweep.candidate.Referrers;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.quota.Paces;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads who uses images: from ECS the instances and launch templates, from ESS the scaling configurations. */
@Component
final class AlibabaReferences implements ReferenceCatalog {

    private final InstanceUses instances;
    private final LaunchTemplateUses launchTemplates;
    private final ScalingUses scalingConfigurations;

    @Autowired
    AlibabaReferences(AlibabaClients clients, Paces paces, DeletionSettings settings, Clock clock) {
        this(new Reader(clients, paces, Patience.of(settings)), settings.maxInFlight(), clock);
    }

    AlibabaReferences(Reader reader, int maxInFlight, Clock clock) {
        this.instances = new InstanceUses(reader);
        this.launchTemplates = new LaunchTemplateUses(reader, maxInFlight, new RememberedTemplates(clock));
        this.scalingConfigurations = new ScalingUses(reader);
    }

    @Override
    public Reading<Referrers> referrers(AccountRegion where, ReferenceSource source) {
        return switch (source) {
            case INSTANCES -> instances.of(where);
            case LAUNCH_TEMPLATES -> launchTemplates.of(where);
            case SCALING_CONFIGURATIONS -> scalingConfigurations.of(where);
        };
    }
}
