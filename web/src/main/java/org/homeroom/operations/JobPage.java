package org.homeroom.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.Refusal;
import org.homeroom.shell.Shell;
import org.homeroom.tenancy.HostName;

/** One execution: parameters, steps and what they counted. */
@Named
@RequestScoped
public class JobPage {

    @Inject JobsService jobs;
    @Inject Shell shell;
    @Inject HttpServletRequest request;

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

    /**
     * Returns the address of what the execution works on, which only its school's own host shows;
     * null when there is nothing to show.
     */
    public String getAddress() {
        String page = row.progress().page();
        if (page.isEmpty()) {
            return null;
        }
        boolean elsewhere = row.label() != null && shell.getSchool().isDistrict();
        return elsewhere ? HostName.of(request).withLabel(row.label()) + page : page;
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
