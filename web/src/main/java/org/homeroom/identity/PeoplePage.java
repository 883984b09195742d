package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.homeroom.kernel.Slice;

/** The people of the school: find one, by name or role. */
@Named
@RequestScoped
public class PeoplePage {

    private static final int ROWS = 25;
    private static final int LAST = 1_000_000;

    @Inject PeopleService people;
    @Inject HttpServletRequest request;

    private String text = "";
    private String role = "";
    private int page = 1;
    private Slice<PersonDetail> found;

    /** Reads what the address asks for and finds it. */
    @PostConstruct
    void find() {
        text = parameter("q");
        role = parameter("role");
        page = number(parameter("page"));
        found = people.list(new PeopleQuery(text, role, page, ROWS));
    }

    /** Returns the people of this page. */
    public List<PersonDetail> getRows() {
        return found.rows();
    }

    /** Returns how many match. */
    public long getCount() {
        return found.total();
    }

    /** Tells whether the list is not all of them. */
    public boolean isFiltered() {
        return !text.isBlank() || !role.isBlank();
    }

    /** Returns the roles to look for. */
    public List<String> getChoices() {
        return people.roles();
    }

    /** Returns the address of another page of the same list. */
    public String address(int other) {
        return "/identity/people?q="
                + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + "&role="
                + URLEncoder.encode(role, StandardCharsets.UTF_8)
                + "&page="
                + other;
    }

    public int getPages() {
        return (int) Math.max(1, (found.total() + ROWS - 1) / ROWS);
    }

    public int getPage() {
        return page;
    }

    public String getText() {
        return text;
    }

    public String getRole() {
        return role;
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(text), LAST) : 1;
    }
}
