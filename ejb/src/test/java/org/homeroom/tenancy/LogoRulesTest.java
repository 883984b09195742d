package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A logo is a picture and nothing but a picture. */
class LogoRulesTest {

    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                    + " viewBox=\"0 0 8 8\">%s</svg>";

    @Test
    void itsContentSaysWhatItIs() throws IOException {
        assertEquals("image/png", LogoRules.require(picture("png", 8)).type());
        assertEquals("image/jpeg", LogoRules.require(picture("jpg", 8)).type());
        assertEquals("image/svg+xml", LogoRules.require(svg("<path d=\"M0 0h8v8z\"/>")).type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
                "<rect width=\"8\" height=\"8\" onclick=\"alert(1)\"/>",
                "<rect width=\"8\" height=\"8\" ONLOAD=\"alert(1)\"/>",
                "<foreignObject><p>Hi</p></foreignObject>",
                "<image href=\"https://example.org/a.png\"/>",
                "<use xlink:href=\"https://example.org/a.svg#b\"/>",
                "<use href=\" javascript:alert(1)\"/>",
                "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "<style>@import 'https://example.org/a.css';</style>",
                "<style>rect { fill: url( 'https://example.org/a.svg#b') }</style>",
                "<style>rect { fill: u\\72l(https://example.org/a) }</style>",
                "<rect style=\"fill: url(https://example.org/a)\"/>"
            })
    void anSvgThatRunsOrFetchesIsRefused(String part) {
        assertEquals(
                "This picture holds scripts, or fetches something from elsewhere. Save it as a plain SVG, or as PNG.",
                refused(svg(part)));
    }

    @Test
    void anSvgMayNameItsOwnParts() {
        LogoRules.require(
                svg(
                        "<defs><linearGradient id=\"a\"/></defs><rect fill=\"url(#a)\"/>"
                                + "<use href=\"#a\"/><style>rect { fill: url(\"#a\") }</style>"));
    }

    @Test
    void entitiesAreRefused() {
        refused(
                bytes(
                        "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"aaaa\">"
                                + "<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                                + SVG.formatted("<text>&b;</text>")));
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        refused(new byte[0]);
        refused(bytes("GIF89a"));
        refused(bytes("<html><body>Hi</body></html>"));
        refused(bytes("%PDF-1.7"));
        refused(picture("gif", 8));
        refused(picture("png", 4097));
        refused(Arrays.copyOf(picture("png", 8), LogoRules.LARGEST + 1));
        refused(Arrays.copyOf(picture("png", 8), 12));
        LogoRules.require(Arrays.copyOf(picture("png", 8), LogoRules.LARGEST));
    }

    private static String refused(byte[] content) {
        Refusal refusal = assertThrows(Refusal.class, () -> LogoRules.require(content));
        assertEquals("file", refusal.field());
        return refusal.getMessage();
    }

    private static byte[] svg(String part) {
        return bytes(SVG.formatted(part));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(String format, int width) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 2, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
