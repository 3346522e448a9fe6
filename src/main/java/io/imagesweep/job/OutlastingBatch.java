package io.imagesweep.job;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts {@link OutlastingJobRepository} around the job repository, before the operator and the steps get it. */
@Component
final class OutlastingBatch implements BeanPostProcessor {

    private final ObjectProvider<OutlastingJobRepository> outlasting;

    OutlastingBatch(ObjectProvider<OutlastingJobRepository> outlasting) {
        this.outlasting = outlasting;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JobRepository ? around(bean) : bean;
    }

    private Object around(Object repository) {
        var proxy = new ProxyFactory(JobRepository.class, outlasting.getObject());
        proxy.setTarget(repository);
        return proxy.getProxy(getClass().getClassLoader());
    }
}
