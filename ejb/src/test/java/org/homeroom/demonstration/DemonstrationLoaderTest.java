package org.homeroom.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.homeroom.kernel.JobStarter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done once the demonstration district stands. */
class DemonstrationLoaderTest {

    private final DemonstrationLoader loader = new DemonstrationLoader();
    private final List<String> done = new ArrayList<>();
    private boolean absent = true;
    private boolean broken;

    @BeforeEach
    void fill() {
        loader.state = new DemonstrationState();
        loader.district =
                new DemonstrationDistrictService() {
                    @Override
                    public boolean isAbsent() {
                        return absent;
                    }

                    @Override
                    public void make() {
                        done.add("made");
                    }
                };
        loader.jobs =
                new JobStarter() {
                    @Override
                    public long start(String jobName, Properties parameters) {
                        if (broken) {
                            throw new IllegalStateException("no runtime");
                        }
                        done.add(jobName + parameters);
                        return 1;
                    }

                    @Override
                    public long restart(long execution) {
                        throw new IllegalStateException();
                    }
                };
    }

    @Test
    void theBooksOfANewDistrictAreProvenAtOnce() {
        loader.load();

        assertEquals(List.of("made", "ledger-prove{}"), done);
        assertEquals(Map.of("state", "ready"), loader.state.check().data());
    }

    @Test
    void aDistrictThatStandsWaitsForTheNight() {
        absent = false;

        loader.load();

        assertEquals(List.of(), done);
        assertEquals(Map.of("state", "ready"), loader.state.check().data());
    }

    @Test
    void withoutAProofTheDistrictIsReadyToo() {
        broken = true;

        loader.load();

        assertEquals(List.of("made"), done);
        assertEquals(Map.of("state", "ready"), loader.state.check().data());
    }
}
