package org.homeroom.tenancy.dns;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.spi.NamingManager;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.TxtRecords;

/**
 * Asks the machine's name servers, or the one that the server's setting {@code homeroom.dns} names,
 * such as {@code dns://10.0.0.53}.
 */
@ApplicationScoped
public class NameServers implements TxtRecords {

    private static final String TXT = "TXT";
    private static final String PATIENCE_MILLISECONDS = "1000";
    private static final String TRIES = "2";

    private final String servers = System.getProperty("homeroom.dns", "dns:");

    @Override
    public List<String> at(String name) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // Java's own DNS provider is not among what a deployment sees.
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return texts(name);
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            Refusal refusal =
                    new Refusal(
                            ErrorCode.EXTERNAL_SERVICE_ERROR,
                            "The name servers do not answer. Try again later.");
            refusal.initCause(e);
            throw refusal;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private List<String> texts(String name) throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put("com.sun.jndi.dns.timeout.initial", PATIENCE_MILLISECONDS);
        settings.put("com.sun.jndi.dns.timeout.retries", TRIES);
        Context found = NamingManager.getURLContext("dns", settings);
        if (!(found instanceof DirContext dns)) {
            throw new NamingException("this Java has no DNS provider");
        }
        try {
            Attribute records =
                    dns.getAttributes(servers + "/" + name, new String[] {TXT}).get(TXT);
            List<String> texts = new ArrayList<>();
            NamingEnumeration<?> all = records == null ? null : records.getAll();
            while (all != null && all.hasMore()) {
                texts.add(plain(String.valueOf(all.next())));
            }
            return texts;
        } finally {
            dns.close();
        }
    }

    // Some servers hand the quotes of the zone file on.
    private static String plain(String text) {
        return text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
