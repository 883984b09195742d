package org.homeroom.tenancy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.homeroom.kernel.Refusal;

/**
 * Which SVG pictures are harmless: shapes, text and gradients that fetch nothing and run nothing.
 * Others are refused, not mended, because what is left of them might not look as it should.
 */
final class SvgRules {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final int HEAD = 256;
    private static final Set<String> SHAPES =
            Set.of(
                    "svg",
                    "g",
                    "defs",
                    "symbol",
                    "use",
                    "title",
                    "desc",
                    "metadata",
                    "path",
                    "rect",
                    "circle",
                    "ellipse",
                    "line",
                    "polyline",
                    "polygon",
                    "text",
                    "tspan",
                    "textPath",
                    "clipPath",
                    "mask",
                    "pattern",
                    "marker",
                    "style",
                    "linearGradient",
                    "radialGradient",
                    "stop",
                    "filter",
                    "feBlend",
                    "feColorMatrix",
                    "feComposite",
                    "feFlood",
                    "feGaussianBlur",
                    "feMerge",
                    "feMergeNode",
                    "feOffset");

    private SvgRules() {}

    /** Tells whether the content is meant to be an SVG: no other picture begins with a tag. */
    static boolean looksLikeIt(byte[] content) {
        String head =
                new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8);
        return head.replaceFirst("^\uFEFF", "").strip().startsWith("<");
    }

    /**
     * Requires that it is harmless.
     *
     * @throws Refusal naming {@code file}
     */
    static void require(byte[] content) {
        try {
            XMLStreamReader reader =
                    factory().createXMLStreamReader(new ByteArrayInputStream(content));
            boolean first = true;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD
                        || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                        || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw harmful();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    requireElement(reader, first);
                    first = false;
                } else if (event == XMLStreamConstants.CHARACTERS
                        || event == XMLStreamConstants.CDATA) {
                    requireHarmless(reader.getText());
                }
            }
        } catch (XMLStreamException e) {
            throw LogoRules.refusal("This picture is broken. Save it again and try once more.");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static void requireElement(XMLStreamReader reader, boolean first) {
        boolean ours = NAMESPACE.equals(reader.getNamespaceURI());
        String element = reader.getLocalName();
        // What drawing programs note for themselves stands in namespaces of their own.
        boolean good = first ? ours && element.equals("svg") : !ours || SHAPES.contains(element);
        if (!good || !ours && element.equals("script")) {
            throw harmful();
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = reader.getAttributeValue(i).strip();
            boolean leads = name.equals("href") && !value.startsWith("#");
            if (name.startsWith("on") || leads) {
                throw harmful();
            }
            requireHarmless(value);
        }
    }

    // Styles may name parts of the picture itself and nothing else.
    private static void requireHarmless(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s\"']+", "");
        if (plain.contains("@import")
                || plain.contains("javascript:")
                || plain.contains("\\")
                || plain.replace("url(#", "").contains("url(")) {
            throw harmful();
        }
    }

    private static Refusal harmful() {
        return LogoRules.refusal(
                "This picture holds scripts, or fetches something from elsewhere. Save it as a plain SVG, or as PNG.");
    }
}
