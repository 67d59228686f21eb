package whatnow.rulebook;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report that build servers read: a suite for each book, a case for each example and one for all else. */
final class JunitXml {

    private static final String ALL_ELSE =
            "The book compiles, cites articles that exist and has examples of both kinds";

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(List<BookTrial> trials) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JunitXml(xml).suites(trials);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A report in memory can always be written.", e);
        }
        return text.toString();
    }

    private void suites(List<BookTrial> trials) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        for (var trial : trials) {
            suite(trial);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(BookTrial trial) throws XMLStreamException {
        var complaints = new ArrayList<>(trial.problems());
        var failed = trial.results().stream().filter(it -> !it.isPassed()).toList();
        failed.forEach(it -> complaints.remove(it.complaint()));
        xml.writeStartElement("testsuite");
        attribute("name", "rules." + trial.name());
        attribute("tests", String.valueOf(trial.results().size() + 1));
        attribute("failures", String.valueOf(failed.size() + (complaints.isEmpty() ? 0 : 1)));
        testCase(trial.name(), ALL_ELSE, String.join("\n", complaints));
        for (var result : trial.results()) {
            testCase(trial.name(), result.example().sentence(), result.isPassed() ? "" : result.complaint());
        }
        xml.writeEndElement();
    }

    private void testCase(String book, String name, String complaint) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", "rules." + book);
        attribute("name", name);
        if (!complaint.isEmpty()) {
            xml.writeStartElement("failure");
            attribute("message", complaint.lines().findFirst().orElse(""));
            xml.writeCharacters(printable(complaint));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, printable(value));
    }

    /** XML 1.0 has no place for control characters, not even escaped. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
    }
}
