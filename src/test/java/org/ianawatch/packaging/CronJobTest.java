package org.ianawatch.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ianawatch.config.ConfigurationReader;
import org.ianawatch.ports.PortRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What Kubernetes is told. Keys that it does not know would be left out without a word, so the ones that matter are asked for. */
class CronJobTest {
    private static final String JOB = "spec.jobTemplate.spec.";
    private static final String POD = JOB + "template.spec.";
    private static final String CONTAINER = POD + "containers.0.";

    private static Map<String, Map<?, ?>> documents;

    @BeforeAll
    static void read() throws IOException {
        Load load = new Load(LoadSettings.builder().build());
        documents = new HashMap<>();
        for (Object document : load.loadAllFromString(Files.readString(Path.of("packaging/kubernetes-cronjob.yaml")))) {
            Map<?, ?> resource = (Map<?, ?>) document;
            documents.put(String.valueOf(resource.get("kind")), resource);
        }
    }

    @Test
    void oneRunAtATimeAtTheCrontabsTime() throws IOException {
        List<String> crontab = Files.readAllLines(Path.of("packaging/ianawatch.crontab"));
        String line = crontab.get(crontab.size() - 1);
        assertEquals(line.substring(0, line.indexOf(" /opt/")), job("spec.schedule"));
        assertEquals("Etc/UTC", job("spec.timeZone"));
        assertEquals("Forbid", job("spec.concurrencyPolicy"));
        assertEquals(List.of("sync", "--quiet"), job(CONTAINER + "args"));
    }

    @Test
    void aRunThatFailedIsNotStartedAgainAndOneThatHangsIsEnded() {
        assertEquals(0, job(JOB + "backoffLimit"));
        assertEquals("Never", job(POD + "restartPolicy"));
        assertEquals(1800, job(JOB + "activeDeadlineSeconds"));
    }

    @Test
    void thePodMayDoNothingButItsJob() {
        assertEquals(true, job(POD + "securityContext.runAsNonRoot"));
        assertEquals("RuntimeDefault", job(POD + "securityContext.seccompProfile.type"));
        assertEquals(false, job(POD + "automountServiceAccountToken"));
        assertEquals(false, job(CONTAINER + "securityContext.allowPrivilegeEscalation"));
        assertEquals(true, job(CONTAINER + "securityContext.readOnlyRootFilesystem"));
        assertEquals(List.of("ALL"), job(CONTAINER + "securityContext.capabilities.drop"));
        assertNotNull(job(CONTAINER + "resources.limits.memory"));
        assertNotNull(job(CONTAINER + "resources.requests.cpu"));
    }

    /** YAML 1.2 has no octal numbers that begin with 0, and Kubernetes takes decimal ones. */
    @Test
    void theGroupAndNobodyElseReadsTheSecrets() {
        assertEquals(0440, volume("secrets", "secret.defaultMode"));
        assertEquals(job(POD + "securityContext.runAsGroup"), job(POD + "securityContext.fsGroup"));
    }

    @Test
    void everyVolumeIsThereAndMounted() {
        Map<String, String> mounts = maps(job(CONTAINER + "volumeMounts"))
                .collect(Collectors.toMap(
                        mount -> String.valueOf(mount.get("name")), mount -> String.valueOf(mount.get("mountPath"))));
        assertEquals("/var/lib/ianawatch", mounts.get("store"));
        assertEquals(name("PersistentVolumeClaim"), volume("store", "persistentVolumeClaim.claimName"));
        assertEquals(name("ConfigMap"), volume("configuration", "configMap.name"));
        assertEquals(name("Secret"), volume("secrets", "secret.secretName"));
        assertEquals(mounts.get("configuration") + "/ianawatch.toml", environment("IANAWATCH_CONFIG"));
        assertEquals(mounts.get("secrets"), environment("CREDENTIALS_DIRECTORY"));
        assertNotNull(volume("temporary", "emptyDir"));
    }

    @Test
    void theConfigurationCanBeUsedWithTheSecrets(@TempDir Path folder) throws Exception {
        for (var secret : ((Map<?, ?>) at(documents.get("Secret"), "stringData")).entrySet()) {
            Files.writeString(folder.resolve(String.valueOf(secret.getKey())), String.valueOf(secret.getValue()));
        }
        String toml = String.valueOf(((Map<?, ?>) at(documents.get("ConfigMap"), "data")).get("ianawatch.toml"));
        Path file = Files.writeString(folder.resolve("ianawatch.toml"), toml);
        var reader = new ConfigurationReader(
                Map.of("CREDENTIALS_DIRECTORY", folder.toString()),
                "https://example.org",
                PortRegistry.REGISTRY.ranges());

        assertEquals(1, reader.read(file).channels().size());
    }

    @Test
    void theImageRunsAsTheUserOfThePodAndKeepsItsStoreInTheVolume() throws IOException {
        List<String> image = Files.readAllLines(Path.of("packaging/Dockerfile"));
        String user = job(POD + "securityContext.runAsUser") + ":" + job(POD + "securityContext.runAsGroup");
        assertEquals(1, image.stream().filter(("USER " + user)::equals).count());
        assertEquals(
                1, image.stream().filter("VOLUME /var/lib/ianawatch"::equals).count());
        assertEquals(
                1,
                image.stream()
                        .filter("ENV IANAWATCH_HOME=/var/lib/ianawatch"::equals)
                        .count());
    }

    private static Object volume(String name, String path) {
        return at(named(job(POD + "volumes"), name), path);
    }

    private static Object environment(String name) {
        return named(job(CONTAINER + "env"), name).get("value");
    }

    private static Map<?, ?> named(Object list, String name) {
        return maps(list)
                .filter(item -> name.equals(item.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Map<?, ?>> maps(Object list) {
        return ((List<?>) list).stream().map(item -> (Map<?, ?>) item);
    }

    private static Object name(String kind) {
        return at(documents.get(kind), "metadata.name");
    }

    private static Object job(String path) {
        return at(documents.get("CronJob"), path);
    }

    private static Object at(Object root, String path) {
        Object value = root;
        for (String key : path.split("\\.", -1)) {
            value = value instanceof List<?> list ? list.get(Integer.parseInt(key)) : ((Map<?, ?>) value).get(key);
        }
        return value;
    }
}
