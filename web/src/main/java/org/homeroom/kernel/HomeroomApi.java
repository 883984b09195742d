package org.homeroom.kernel;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The public REST interface; resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
public class HomeroomApi extends Application {}
