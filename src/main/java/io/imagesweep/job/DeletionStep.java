package io.imagesweep.job;

import io.imagesweep.ledger.OpenDeletion;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.item.ChunkOrientedStep;

/** A chunk step that ends only when the last outcome is recorded. Inside {@code doExecute}: a failure to record thrown any later would leave the step COMPLETED. */
final class DeletionStep extends ChunkOrientedStep<OpenDeletion, ApprovedDeletion> {

    private final DeletionWriter writer;
    private final OutcomeRecorder recorder;

    DeletionStep(
            String name,
            int chunkSize,
            OpenDeletionReader reader,
            StillQualifies processor,
            DeletionWriter writer,
            OutcomeRecorder recorder,
            JobRepository repository) {
        super(name, chunkSize, reader, writer, repository);
        setItemProcessor(processor);
        this.writer = writer;
        this.recorder = recorder;
    }

    @Override
    protected void doExecute(StepExecution step) throws Exception {
        try (recorder;
                writer) {
            super.doExecute(step);
        }
    }
}
