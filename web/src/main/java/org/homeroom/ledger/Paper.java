package org.homeroom.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A document of A4 pages that is written line by line from the top; lengths are points. Its letters
 * are in the document, so that every name prints as it is; what the font lacks becomes a question
 * mark.
 */
final class Paper implements Closeable {

    static final float LEFT = 50;
    static final float RIGHT = PDRectangle.A4.getWidth() - 50;

    private static final String LETTERS =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float TOP = PDRectangle.A4.getHeight() - 50;
    private static final float BOTTOM = 60;

    /** Held, because the logging system forgets the level of a logger that nobody holds. */
    private static final Logger QUIET = Logger.getLogger("org.apache.pdfbox.io.IOUtils");

    static {
        // It reports as an error that it could not unmap files, and here are none.
        QUIET.setLevel(Level.OFF);
    }

    private final PDDocument document = new PDDocument();
    private final List<PDPage> pages = new ArrayList<>();
    private final PDFont font;
    private PDPageContentStream page;
    private float y;

    Paper(String title, String language) throws IOException {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        try (InputStream letters = PDDocument.class.getResourceAsStream(LETTERS)) {
            font = PDType0Font.load(document, letters, true);
        }
        turn();
    }

    /** Begins a new page. */
    void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        pages.add(next);
        page = new PDPageContentStream(document, next);
        y = TOP;
    }

    /** Tells whether so much height is left on this page. */
    boolean fits(float height) {
        return y - height >= BOTTOM;
    }

    /** Moves down. */
    void down(float height) {
        y -= height;
    }

    /** Writes a text that begins at x. */
    void write(float x, float size, String text) throws IOException {
        write(page, x, y, size, printable(text));
    }

    /** Writes a text that ends at x. */
    void writeTo(float x, float size, String text) throws IOException {
        String plain = printable(text);
        write(page, x - width(size, plain), y, size, plain);
    }

    /** Draws a line across the page a little above the next text. */
    void rule() throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(LEFT, y + 11);
        page.lineTo(RIGHT, y + 11);
        page.stroke();
    }

    /** Breaks a text into lines of at most so much width; a longer word is cut. */
    List<String> lines(float width, float size, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(size, longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
                longer = word;
            }
            while (width(size, longer) > width && longer.length() > 1) {
                int fit = longer.length() - 1;
                while (fit > 1 && width(size, longer.substring(0, fit)) > width) {
                    fit--;
                }
                lines.add(longer.substring(0, fit));
                longer = longer.substring(fit);
            }
            line.setLength(0);
            line.append(longer);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Numbers the pages and returns the document. */
    byte[] finish() throws IOException {
        page.close();
        for (int i = 0; i < pages.size(); i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(
                            document,
                            pages.get(i),
                            PDPageContentStream.AppendMode.APPEND,
                            true,
                            true)) {
                String number = (i + 1) + " / " + pages.size();
                write(foot, RIGHT - width(8, number), BOTTOM - 25, 8, number);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void write(PDPageContentStream on, float x, float at, float size, String text)
            throws IOException {
        on.beginText();
        on.setFont(font, size);
        on.newLineAtOffset(x, at);
        on.showText(text);
        on.endText();
    }

    private float width(float size, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private String printable(String text) throws IOException {
        StringBuilder plain = new StringBuilder();
        for (int sign : text.codePoints().toArray()) {
            String one = Character.toString(sign);
            plain.append(Character.isWhitespace(sign) ? " " : hasLetter(one) ? one : "?");
        }
        return plain.toString();
    }

    private boolean hasLetter(String sign) throws IOException {
        try {
            return font.encode(sign).length > 0;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }
}
