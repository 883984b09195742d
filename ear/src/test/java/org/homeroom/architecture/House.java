package org.homeroom.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The classes under examination: the product's own, or those planted to break a rule. */
record House(String root, JavaClasses classes) {

    static final List<String> MODULES = List.of("persistence", "ejb", "batch", "web", "web/sso");

    /**
     * The product's classes. Fails when a module was not built, so that no rule passes on nothing.
     */
    static House product() {
        List<Path> outputs =
                MODULES.stream().map(module -> Path.of("..", module, "target", "classes")).toList();
        for (Path output : outputs) {
            assertTrue(
                    Files.isDirectory(output.resolve("org")),
                    output + " has no classes; build it first");
        }
        return new House("org.homeroom", new ClassFileImporter().importPaths(outputs));
    }

    /** The classes planted under {@code planted}. */
    static House planted() {
        return new House("planted", new ClassFileImporter().importPackages("planted"));
    }

    boolean holds(JavaClass type) {
        return type.getPackageName().startsWith(root + ".") || type.getPackageName().equals(root);
    }

    String domainOf(JavaClass type) {
        String below =
                type.getPackageName()
                        .substring(Math.min(type.getPackageName().length(), root.length() + 1));
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }

    String moduleOf(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        if (outer.isAnnotatedWith(InModule.class)) {
            return outer.getAnnotationOfType(InModule.class).value();
        }
        String source = outer.getSource().map(found -> found.getUri().toString()).orElse("");
        return MODULES.stream()
                .filter(module -> source.contains("/" + module + "/target/classes/"))
                .findFirst()
                .orElse("elsewhere");
    }
}
