package io.imagesweep;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program: deletes the old custom images of Alibaba Cloud ECS accounts. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Imagesweep {

    public static void main(String[] args) {}
}
