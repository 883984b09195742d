package org.homeroom.kernel;

import java.util.List;

/** One page of a list and the number of rows in the whole of it. */
public record Slice<T>(List<T> rows, long total, int page, int perPage) {}
