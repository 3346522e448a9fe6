package io.imagesweep.alibaba;

import io.imagesweep.deletion.ImageRemover;
import io.imagesweep.deletion.RemoverSource;
import org.springframework.stereotype.Component;

/** Makes the remover when a live run asks for it. */
@Component
final class AlibabaRemoverSource implements RemoverSource {

    private final AlibabaClients clients;

    AlibabaRemoverSource(AlibabaClients clients) {
        this.clients = clients;
    }

    @Override
    public ImageRemover remover() {
        return new AlibabaRemover(clients);
    }
}
