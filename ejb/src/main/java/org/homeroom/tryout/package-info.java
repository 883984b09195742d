/**
 * A class for ten minutes, in which a teacher is a student (economy.md 13). It is a school of its
 * own with a copy of the class's rules, so that nothing of it can be seen, counted or paid in the
 * real one, and it goes as a whole: at sign-out, when the teacher ends it, or when its time is
 * over. Invariants: one per teacher; only its teacher gets in, by a code that is good once; nobody
 * can invite others into it.
 */
package org.homeroom.tryout;
