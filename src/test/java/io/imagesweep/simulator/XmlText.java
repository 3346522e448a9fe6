package io.imagesweep.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;

/** Writes an answer as XML: a list is its elements, one after the other. */
final class XmlText {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    private XmlText() {}

    static byte[] of(String name, JsonNode body) {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            write(writer, name, body);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(XMLStreamWriter writer, String name, JsonNode node) throws XMLStreamException {
        if (node.isArray()) {
            for (var item : node) {
                write(writer, name, item);
            }
            return;
        }
        writer.writeStartElement(name);
        if (node.isObject()) {
            for (var property : node.properties()) {
                write(writer, property.getKey(), property.getValue());
            }
        } else if (!node.isNull()) {
            writer.writeCharacters(printable(node.asString()));
        }
        writer.writeEndElement();
    }

    /** Without the control characters that XML cannot hold. */
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
