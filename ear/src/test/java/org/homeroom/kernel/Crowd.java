package org.homeroom.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many who do something at the same moment. */
public final class Crowd {

    private Crowd() {}

    /** Lets so many begin together, each with a number of their own; returns what each got. */
    public static <T> List<T> of(int size, IntFunction<T> deed) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(size);
        CyclicBarrier together = new CyclicBarrier(size);
        try {
            List<Future<T>> doing = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                doing.add(
                        people.submit(
                                () -> {
                                    together.await();
                                    return deed.apply(number);
                                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : doing) {
                done.add(one.get());
            }
            return done;
        } finally {
            people.shutdownNow();
        }
    }
}
