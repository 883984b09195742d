package org.homeroom.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A server directory of our own beside an untouched distribution, configured by the very CLI script
 * that an installation uses.
 */
public final class WildFly {
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private final Path home;
    private final Path base;
    private final Path config;

    /** Describes a server; nothing is touched yet. */
    public WildFly(Path home, Path base, Path config) {
        this.home = home;
        this.base = base;
        this.config = config;
    }

    /**
     * Makes the directory when it is new, when the script changed or another distribution came.
     * Answers whether it had to.
     *
     * @param options scripts that this server is configured by as well
     */
    public boolean provision(Path... options) throws IOException, InterruptedException {
        installDriver();
        List<Path> scripts = new ArrayList<>(List.of(config.resolve("install-homeroom.cli")));
        scripts.addAll(List.of(options));
        String wanted = home.getFileName() + " " + digest(scripts);
        Path marker = base.resolve("provisioned");
        if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
            return false;
        }
        DirectoryTree.delete(base);
        DirectoryTree.copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        Files.createDirectories(base.resolve("deployments"));
        runOffline(scripts.toArray(Path[]::new));
        Files.writeString(marker, wanted);
        return true;
    }

    private void installDriver() throws IOException {
        Path module = Path.of("org", "postgresql", "jdbc", "main");
        Path target = Files.createDirectories(home.resolve("modules").resolve(module));
        put(
                config.resolve("modules").resolve(module).resolve("module.xml"),
                target.resolve("module.xml"));
        Path driver =
                Path.of(
                        org.postgresql.Driver.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath());
        put(driver, target.resolve("postgresql.jar"));
    }

    /** At once as a whole, because other servers of the same distribution may be reading it. */
    private static void put(Path source, Path target) throws IOException {
        Path made = Files.createTempFile(target.getParent(), "made", "");
        Files.copy(source, made, StandardCopyOption.REPLACE_EXISTING);
        Files.move(made, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Runs CLI scripts on the stopped server, one after the other.
     *
     * @throws Refused when a command of it fails; the output of the CLI is the message
     */
    public void runOffline(Path... scripts) throws IOException, InterruptedException {
        Path offline = Files.createTempFile("homeroom", ".cli");
        Path output = Files.createTempFile("homeroom", ".log");
        try {
            StringBuilder commands =
                    new StringBuilder("embed-server --server-config=standalone.xml\n");
            for (Path script : scripts) {
                commands.append(Files.readString(script)).append('\n');
            }
            Files.writeString(offline, commands.append("stop-embedded-server\n"));
            ProcessBuilder cli = command("jboss-cli", "--file=" + offline);
            cli.environment()
                    .merge(
                            "JAVA_OPTS",
                            // It is over before thorough compilation would have paid.
                            "-XX:TieredStopAtLevel=1 -Djboss.server.base.dir=" + base,
                            (given, ours) -> given + " " + ours);
            int exit =
                    cli.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
            if (exit != 0) {
                throw new Refused(
                        "The server could not be configured by "
                                + List.of(scripts)
                                + ":\n"
                                + Files.readString(output));
            }
        } finally {
            Files.delete(offline);
            Files.delete(output);
        }
    }

    /** Puts the application where the server deploys it at start. */
    public void deploy(Path ear) throws IOException {
        Path deployments = base.resolve("deployments");
        DirectoryTree.delete(deployments);
        Files.createDirectories(deployments);
        Files.copy(ear, deployments.resolve(ear.getFileName()));
        Files.createFile(deployments.resolve(ear.getFileName() + ".dodeploy"));
    }

    /** Whether the server has given up on the application. */
    public boolean refused(Path ear) {
        return Files.exists(base.resolve("deployments").resolve(ear.getFileName() + ".failed"));
    }

    /** Prepares the server's start command; the caller adds environment and starts it. */
    public ProcessBuilder standalone(List<String> arguments) {
        ProcessBuilder server = command("standalone", "-Djboss.server.base.dir=" + base);
        server.command().addAll(arguments);
        return server;
    }

    private ProcessBuilder command(String script, String argument) {
        Path executable = home.resolve("bin").resolve(script + (WINDOWS ? ".bat" : ".sh"));
        ProcessBuilder process =
                new ProcessBuilder(new ArrayList<>(List.of(executable.toString(), argument)));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("JBOSS_HOME", home.toString());
        process.environment().put("NOPAUSE", "true");
        process.environment().remove("JAVA_OPTS");
        return process;
    }

    private static String digest(List<Path> scripts) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path script : scripts) {
                digest.update(Files.readAllBytes(script));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
