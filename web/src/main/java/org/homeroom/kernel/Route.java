package org.homeroom.kernel;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Where a resource's method is reached.
 *
 * @param verb the HTTP method
 * @param path the address below the interface's, with the names of its parameters in braces
 */
public record Route(String verb, String path) {

    /** Reads the route from the annotations. */
    public static Route of(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path =
                resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        String verb =
                Arrays.stream(method.getAnnotations())
                        .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                        .filter(found -> found != null)
                        .findFirst()
                        .orElseThrow()
                        .value();
        return new Route(verb, path.replaceAll("/+", "/").replaceFirst("(?<=.)/$", ""));
    }

    /** Returns it as the table of permissions names it: {@code GET /classes/{id}}. */
    @Override
    public String toString() {
        return verb + " " + path;
    }
}
