package io.imagesweep.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the elements of a page; whatever stands in a cell is text, never markup. */
final class HtmlWriter implements AutoCloseable {

    private final XMLStreamWriter xml;

    HtmlWriter(Writer out) {
        xml = opened(out);
    }

    private static XMLStreamWriter opened(Writer out) {
        try {
            return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins an element with attributes, each a name and its value. */
    HtmlWriter begin(String element, String... attributes) {
        return write(() -> {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
        });
    }

    HtmlWriter end() {
        return write(xml::writeEndElement);
    }

    /** Writes text; control characters, which a page cannot hold, become the sign for what is no character. */
    HtmlWriter text(@Nullable Object value) {
        return write(() ->
                xml.writeCharacters(value == null ? "" : value.toString().replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD")));
    }

    /** Writes rules of style, which are our own and hold no markup. */
    HtmlWriter style(String rules) {
        return begin("style").write(() -> xml.writeCharacters(rules)).end();
    }

    /** Writes an element that holds nothing but text. */
    HtmlWriter element(String element, @Nullable Object text, String... attributes) {
        return begin(element, attributes).text(text).end();
    }

    /** Writes one row of a table. */
    HtmlWriter row(String kind, List<? extends @Nullable Object> cells, String... attributes) {
        begin("tr", attributes);
        cells.forEach(cell -> element(kind, cell));
        return end().line();
    }

    HtmlWriter line() {
        return write(() -> xml.writeCharacters("\n"));
    }

    /** Begins the page itself, in the language of this program. */
    HtmlWriter page() {
        return write(() -> xml.writeDTD("<!DOCTYPE html>")).line().begin("html", "lang", "en");
    }

    @Override
    public void close() {
        write(xml::flush);
    }

    private HtmlWriter write(Piece piece) {
        try {
            piece.write();
            return this;
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException("the page cannot be written: " + e.getMessage(), e));
        }
    }

    /** One piece of a page. */
    private interface Piece {

        void write() throws XMLStreamException;
    }
}
