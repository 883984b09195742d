package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.homeroom.kernel.Language;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;

/**
 * A statement for paper: its rows from the oldest on, the sum that leads from its first balance to
 * its last, and the seal of its last entry, by which anybody can hold it against the books.
 */
@ApplicationScoped
public class StatementPdf {

    private static final float SIZE = 9.5f;
    private static final float LINE = 14;
    private static final float WHAT = 130;
    private static final float WHAT_WIDTH = 255;
    private static final float AMOUNT = 460;

    @Inject StatementTexts texts;
    @Inject Show show;
    @Inject SchoolClock clock;

    /**
     * Writes the statement in the reader's language.
     *
     * @param className the class's, as people read it
     * @param seal of the last entry; null when it has none yet
     */
    byte[] of(Statement statement, String className, @Nullable EntrySeal seal) {
        String title = texts.of("statement.title");
        try (Paper paper = new Paper(title, Language.current().code())) {
            head(paper, statement, title, className);
            columns(paper);
            row(
                    paper,
                    day(statement, statement.period().from()),
                    texts.of("paper.opening"),
                    "",
                    show.money(statement.opening()));
            List<EntryRow> rows = new ArrayList<>(statement.rows());
            Collections.reverse(rows);
            for (EntryRow row : rows) {
                row(
                        paper,
                        day(statement, row.recordedAt()),
                        show.sentence(row.description()),
                        show.signed(row.amount()),
                        row.balanceAfter() == null ? "" : show.money(row.balanceAfter()));
            }
            row(paper, "", texts.of("paper.closing"), "", show.money(statement.closing()));
            proof(paper, statement, seal);
            return paper.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(Paper paper, Statement statement, String title, String className)
            throws IOException {
        AccountRow account = statement.account();
        paper.write(Paper.LEFT, 18, title);
        paper.down(24);
        String owner = account.ownerName() == null ? "" : account.ownerName() + ", ";
        paper.write(Paper.LEFT, 11, owner + texts.account(account.kind()) + ", " + className);
        paper.down(LINE);
        LocalDate last =
                statement.period().to() == null
                        ? clock.today(statement.zone())
                        : LocalDate.ofInstant(statement.period().to(), statement.zone())
                                .minusDays(1);
        paper.write(
                Paper.LEFT,
                SIZE,
                texts.of(
                        "paper.period",
                        statement.period().from() == null
                                ? texts.of("paper.begin")
                                : LocalDate.ofInstant(statement.period().from(), statement.zone())
                                        .toString(),
                        last.toString(),
                        show.zone(statement.zone()),
                        account.currency()));
        paper.down(LINE * 2);
    }

    private void columns(Paper paper) throws IOException {
        paper.write(Paper.LEFT, SIZE, texts.of("supply.day"));
        paper.write(WHAT, SIZE, texts.of("statement.what"));
        paper.writeTo(AMOUNT, SIZE, texts.of("statement.amount"));
        paper.writeTo(Paper.RIGHT, SIZE, texts.of("statement.after"));
        paper.down(LINE + 2);
    }

    private void row(Paper paper, String day, String what, String amount, String after)
            throws IOException {
        List<String> lines = paper.lines(WHAT_WIDTH, SIZE, what);
        if (!paper.fits(LINE * lines.size())) {
            paper.turn();
            columns(paper);
        }
        paper.rule();
        paper.write(Paper.LEFT, SIZE, day);
        paper.writeTo(AMOUNT, SIZE, amount);
        paper.writeTo(Paper.RIGHT, SIZE, after);
        for (String line : lines) {
            paper.write(WHAT, SIZE, line);
            paper.down(LINE);
        }
        paper.down(2);
    }

    private void proof(Paper paper, Statement statement, EntrySeal seal) throws IOException {
        long moved = statement.rows().stream().mapToLong(EntryRow::amount).sum();
        List<String> said = new ArrayList<>();
        said.add(
                texts.of(
                        "paper.sum",
                        show.money(statement.opening()),
                        show.signed(moved),
                        show.count(statement.rows().size()),
                        show.money(statement.opening() + moved)));
        said.add(
                seal == null
                        ? texts.of("paper.unsealed")
                        : texts.of("paper.seal", show.count(seal.position()), seal.digest()));
        said.add(texts.of("paper.account", statement.account().id().toString()));
        said.add(texts.of("paper.printed", clock.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        paper.down(LINE);
        for (String sentence : said) {
            for (String line : paper.lines(Paper.RIGHT - Paper.LEFT, SIZE, sentence)) {
                if (!paper.fits(LINE)) {
                    paper.turn();
                }
                paper.write(Paper.LEFT, SIZE, line);
                paper.down(LINE);
            }
        }
    }

    // As figures alone: a document is read in another year too.
    private static String day(Statement statement, Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, statement.zone()).toString();
    }
}
