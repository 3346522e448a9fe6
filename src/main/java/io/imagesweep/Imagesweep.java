package io.imagesweep;

import io.imagesweep.cli.CommandLineProgram;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The program: deletes the old custom images of Alibaba Cloud ECS accounts. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Imagesweep {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Runs the command that {@code args} name, and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(CommandLineProgram.run(Imagesweep.class, List.of(), args));
    }
}
