package org.homeroom.kernel;

import java.util.List;

/** A part of a stream of events; {@code next} is what to pass as {@code after}, null at the end. */
public record Feed<T>(List<T> rows, String next) {}
