package io.imagesweep.policy;

import io.imagesweep.policy.Node.Entry;
import io.imagesweep.policy.Node.Items;
import io.imagesweep.policy.Node.Mapping;
import io.imagesweep.policy.Node.Refused;
import io.imagesweep.policy.Node.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** One YAML document, read without anchors, aliases and tags. */
final class Document {

    private static final int DEEPEST = 20;

    private final Parser events;
    private final Findings findings;

    private Document(StreamReader text, Findings findings) {
        this.events = new ParserImpl(text, new LoaderOptions());
        this.findings = findings;
    }

    /** Reads {@code text}, or says why it is no document. */
    static Optional<Node> of(String text, String fileName, Findings findings) {
        var reader = new StreamReader(text);
        try {
            return new Document(reader, findings).root(fileName);
        } catch (MarkedYAMLException e) {
            findings.error(Place.of(e.getProblemMark()), Pointer.ROOT, "is no YAML: " + problem(e));
        } catch (YAMLException | IllegalArgumentException e) {
            // What the parser forgets to mark went wrong where it stands; numbers of escapes escape it as they are.
            findings.error(Place.of(reader.getMark()), Pointer.ROOT, "is no YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static String problem(MarkedYAMLException e) {
        String problem = e.getProblem().replaceAll("\\s+", " ").strip();
        boolean isStar = "while scanning an alias".equals(e.getContext());
        return isStar ? problem + "; a value that starts with * needs quotes" : problem;
    }

    private Optional<Node> root(String fileName) {
        events.getEvent();
        if (events.getEvent().is(ID.StreamEnd)) {
            findings.error(Place.START, Pointer.ROOT, fileName + " is empty, allowed: one mapping");
            return Optional.empty();
        }
        Node root = node(events.getEvent(), Pointer.ROOT, 0);
        events.getEvent();
        Event end = events.getEvent();
        if (!end.is(ID.StreamEnd)) {
            findings.error(Place.of(end.getStartMark()), Pointer.ROOT, "found a second document, allowed: one");
        }
        return Optional.of(root);
    }

    private Node node(Event event, String path, int depth) {
        Place place = Place.of(event.getStartMark());
        Ornaments.refuse((NodeEvent) event, place, path, findings);
        if (event instanceof CollectionStartEvent && depth == DEEPEST) {
            return tooDeep(place, path);
        }
        return switch (event) {
            case ScalarEvent text -> new Text(place, text.getValue(), text.getScalarStyle() == ScalarStyle.PLAIN);
            case SequenceStartEvent _ -> new Items(place, elements(path, depth + 1));
            case MappingStartEvent _ -> new Mapping(place, entries(path, depth + 1));
            default -> new Refused(place);
        };
    }

    private List<Node> elements(String path, int depth) {
        List<Node> elements = new ArrayList<>();
        for (Event next = events.getEvent(); !next.is(ID.SequenceEnd); next = events.getEvent()) {
            elements.add(node(next, Pointer.element(path, elements.size()), depth));
        }
        return elements;
    }

    private List<Entry> entries(String path, int depth) {
        List<Entry> entries = new ArrayList<>();
        for (Event next = events.getEvent(); !next.is(ID.MappingEnd); next = events.getEvent()) {
            entry(next, path, depth).ifPresent(entries::add);
        }
        return entries;
    }

    private Optional<Entry> entry(Event event, String path, int depth) {
        String ownPath = event instanceof ScalarEvent key ? Pointer.child(path, key.getValue()) : path;
        Node key = node(event, ownPath, depth);
        Node value = node(events.getEvent(), ownPath, depth);
        return switch (key) {
            case Text text -> Optional.of(new Entry(text.place(), text.text(), value));
            case Items items -> refuseKey(items, path);
            case Mapping mapping -> refuseKey(mapping, path);
            case Refused refused -> Optional.empty();
        };
    }

    private Optional<Entry> refuseKey(Node key, String path) {
        findings.error(key.place(), path, "found " + key.shown() + " as a key, allowed: text");
        return Optional.empty();
    }

    private Node tooDeep(Place place, String path) {
        findings.error(place, path, "found lists and mappings within each other, allowed: at most " + DEEPEST);
        for (int open = 1; open > 0; ) {
            Event next = events.getEvent();
            open += next instanceof CollectionStartEvent ? 1 : next instanceof CollectionEndEvent ? -1 : 0;
        }
        return new Refused(place);
    }
}
