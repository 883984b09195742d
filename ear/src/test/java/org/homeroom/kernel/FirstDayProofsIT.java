package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.util.Set;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolRepository;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Where an EAR of this shape is known to be touchy, asked from inside the server: the jars of the
 * built EAR with this test in place of the web application.
 */
@ExtendWith(InServer.class)
@ArquillianTest
class FirstDayProofsIT {

    @Inject private SchoolRepository schools;
    @Inject private SchoolService service;
    @Resource private UserTransaction transaction;

    @PersistenceContext(unitName = "homeroom")
    private EntityManager entities;

    @Deployment
    static EnterpriseArchive deployment() {
        EnterpriseArchive ear =
                ShrinkWrap.create(ZipImporter.class, "proofs.ear")
                        .importFrom(new File("target/homeroom.ear"))
                        .as(EnterpriseArchive.class);
        ear.delete("/web.war");
        ear.delete("/META-INF/application.xml");
        WebArchive war =
                ShrinkWrap.create(WebArchive.class, "web.war")
                        .addClass(FirstDayProofsIT.class)
                        .addClass(InServer.class)
                        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        return ear.addAsModule(Testable.archiveToTest(war))
                .setApplicationXML(
                        new StringAsset(
                                """
                                <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                                  <application-name>proofs</application-name>
                                  <module><web><web-uri>web.war</web-uri>
                                    <context-root>/proofs</context-root></web></module>
                                  <module><ejb>ejb.jar</ejb></module>
                                  <module><ejb>batch.jar</ejb></module>
                                  <library-directory>lib</library-directory>
                                </application>
                                """));
    }

    @Test
    void aRepositoryOfTheLibraryWorksInTheCallersTransaction() throws Exception {
        transaction.begin();
        try {
            SchoolRef district = schools.district().orElseThrow();

            assertEquals(district, service.district().orElseThrow());
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void eclipseLinkIsTheProviderAndHibernateIsNotHere() {
        assertTrue(
                entities.getDelegate().getClass().getName().startsWith("org.eclipse.persistence."));
        assertThrows(
                ClassNotFoundException.class, () -> Class.forName("org.hibernate.SessionFactory"));
    }

    @Test
    void eclipseLinkAnnouncesTheSchoolOncePerTransaction() throws Exception {
        SchoolRef school = service.bySubdomain("riverbend").orElseThrow();
        transaction.begin();
        try {
            Object announced =
                    TenantContext.callAs(
                            school.id(),
                            () ->
                                    entities.createNativeQuery(
                                                    "select current_setting('app.school_id', true)")
                                            .getSingleResult());

            assertEquals(school.id().toString(), announced);
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void theJobsOfTheBatchModuleAreKnownToTheWebApplication() {
        Set<String> known = BatchRuntime.getJobOperator().getJobNames();

        assertTrue(known.contains("payroll-pay-run"), known.toString());
    }
}
