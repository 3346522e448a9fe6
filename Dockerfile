# Builds the program and packs it in layers: what rarely changes comes first. Both base images can be replaced.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml ./
COPY src src
COPY db db
RUN mvn -B -ntp -DskipTests package \
 && java -Djarmode=tools -jar target/imagesweep.jar extract --layers --destination layers

FROM ${RUN_IMAGE}
WORKDIR /imagesweep
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# Numeric, so that Kubernetes can see that it is not root.
USER 10001:10001
# config/application.yml and config/policy.yml are expected below the working directory.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "imagesweep.jar"]
CMD ["--help"]
