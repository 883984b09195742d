package org.homeroom.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.Refusal;

/** One execution: parameters, steps and what they counted. */
@Named
@RequestScoped
public class JobPage {

    @Inject JobsService jobs;

    private String id;
    private JobRow row;

    /** Reads the execution that the address names. */
    public void load() {
        try {
            row = jobs.execution(Long.parseLong(id));
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }

    /** Returns the parameters by name. */
    public List<Map.Entry<String, String>> getParameters() {
        return List.copyOf(row.run().parameters().entrySet());
    }

    public JobRow getRow() {
        return row;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
