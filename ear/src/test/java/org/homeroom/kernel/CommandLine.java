package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The command line of the server under test, for the jobs of the application and its pool. */
public final class CommandLine {

    private static final String JOBS =
            "/deployment=homeroom.ear/subdeployment=batch.jar/subsystem=batch-jberet";

    private CommandLine() {}

    /** Starts a job and returns the number of its execution. */
    public static long start(String job, Map<String, String> parameters) throws Exception {
        String given =
                parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(","));
        String answer =
                run(JOBS + ":start-job(job-xml-name=" + job + ",properties={" + given + "})");
        return Long.parseLong(answer.replaceAll("(?s).*\"result\" => (\\d+)L.*", "$1"));
    }

    /** Reads an execution, in the notation of the command line. */
    public static String execution(String job, long id) throws Exception {
        return run(
                JOBS + "/job=" + job + "/execution=" + id + ":read-resource(include-runtime=true)");
    }

    /** Gives the running server settings of the system, or takes those without a value back. */
    public static void settings(Map<String, String> wanted) throws Exception {
        String commands =
                wanted.entrySet().stream()
                        .map(
                                one ->
                                        "/system-property="
                                                + one.getKey()
                                                + (one.getValue().isEmpty()
                                                        ? ":remove()"
                                                        : ":add(value=\"" + one.getValue() + "\")"))
                        .collect(Collectors.joining("\n"));
        Path file = Files.writeString(Files.createTempFile("settings", ".cli"), commands);
        said("--file=" + file);
    }

    /**
     * Lets the server hold so many connections to its database at most. It takes that to heart when
     * it starts, so it is started again.
     */
    public static void holdConnections(int most) throws Exception {
        run(
                "/subsystem=datasources/data-source=HomeroomDS:write-attribute(name=max-pool-size,value="
                        + most
                        + ")");
        TestServer.get().kill();
        TestServer.get().startAgain();
    }

    private static String run(String command) throws Exception {
        return said("--command=" + command);
    }

    private static String said(String what) throws Exception {
        ProcessBuilder cli =
                new ProcessBuilder(
                        TestServer.wildfly().resolve("bin/jboss-cli.sh").toString(),
                        "--connect",
                        "--controller=127.0.0.1:" + TestServer.get().managementPort(),
                        what);
        cli.environment().put("JAVA_HOME", System.getProperty("java.home"));
        cli.environment().remove("JAVA_OPTS");
        Process process = cli.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
