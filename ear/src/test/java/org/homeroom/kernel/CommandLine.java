package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command line of the server under test, for the jobs of the application and its settings. */
public final class CommandLine {

    private static final String JOBS =
            "/deployment=homeroom.ear/subdeployment=batch.jar/subsystem=batch-jberet";

    private CommandLine() {}

    /** Starts a job and returns the number of its execution. */
    public static long start(String job, Map<String, String> parameters) throws Exception {
        return start(job, List.of(parameters)).get(0);
    }

    /** Starts a job with each of these parameters and returns the numbers of the executions. */
    public static List<Long> start(String job, List<Map<String, String>> parameters)
            throws Exception {
        return said(parameters.stream().map(one -> starting(job, one)).toList()).stream()
                .map(answer -> answer.replaceAll("(?s).*\"result\" => (\\d+)L.*", "$1"))
                .map(Long::valueOf)
                .toList();
    }

    private static String starting(String job, Map<String, String> parameters) {
        String given =
                parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(","));
        return JOBS + ":start-job(job-xml-name=" + job + ",properties={" + given + "})";
    }

    /** Reads executions, each in the notation of the command line. */
    public static List<String> executions(String job, List<Long> ids) throws Exception {
        String path = JOBS + "/job=" + job + "/execution=";
        return said(
                ids.stream()
                        .map(id -> path + id + ":read-resource(include-runtime=true)")
                        .toList());
    }

    /** Gives the running server settings of the system, or takes those without a value back. */
    public static void settings(Map<String, String> wanted) throws Exception {
        said(
                wanted.entrySet().stream()
                        .map(
                                one ->
                                        "/system-property="
                                                + one.getKey()
                                                + (one.getValue().isEmpty()
                                                        ? ":remove()"
                                                        : ":add(value=\"" + one.getValue() + "\")"))
                        .toList());
    }

    /**
     * Gives commands to one command line, because each takes long to start; returns its answers.
     */
    private static List<String> said(List<String> commands) throws Exception {
        Path file = Files.write(Files.createTempFile("commands", ".cli"), commands);
        ProcessBuilder cli =
                new ProcessBuilder(
                        TestServer.wildfly().resolve("bin/jboss-cli.sh").toString(),
                        "--connect",
                        "--controller=127.0.0.1:" + TestServer.get().managementPort(),
                        "--file=" + file);
        cli.environment().put("JAVA_HOME", System.getProperty("java.home"));
        cli.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = cli.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        Files.delete(file);
        List<String> answers = List.of(said.strip().split("\\R(?=\\{)"));
        assertEquals(commands.size(), answers.size(), said);
        return answers;
    }
}
