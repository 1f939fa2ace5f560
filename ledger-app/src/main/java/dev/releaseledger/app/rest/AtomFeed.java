package dev.releaseledger.app.rest;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;

/** Writes a feed as Atom (RFC 4287), in pages (RFC 5005). */
final class AtomFeed {

  static final MediaType TYPE = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter out;

  private AtomFeed(XMLStreamWriter out) {
    this.out = out;
  }

  static byte[] of(Feed feed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLOutputFactory xml = XMLOutputFactory.newDefaultFactory();
      new AtomFeed(xml.createXMLStreamWriter(bytes, "UTF-8")).write(feed);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed in memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private void write(Feed feed) throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    out.setDefaultNamespace(NAMESPACE);
    out.writeStartElement(NAMESPACE, "feed");
    out.writeDefaultNamespace(NAMESPACE);
    text("id", feed.id());
    text("title", feed.title());
    text("updated", feed.updated().toString());
    link("self", feed.self());
    link("alternate", feed.home());
    if (feed.next() != null) {
      link("next", feed.next());
    }
    text("generator", "Release Ledger");
    for (Feed.Item item : feed.items()) {
      write(item);
    }
    out.writeEndElement();
    out.writeEndDocument();
    out.close();
  }

  private void write(Feed.Item item) throws XMLStreamException {
    out.writeStartElement(NAMESPACE, "entry");
    text("id", item.id());
    text("title", item.title());
    text("published", item.at().toString());
    text("updated", item.at().toString());
    out.writeStartElement(NAMESPACE, "author");
    text("name", item.author());
    out.writeEndElement();
    link("alternate", item.link());
    for (String category : item.categories()) {
      out.writeEmptyElement(NAMESPACE, "category");
      out.writeAttribute("term", printable(category));
    }
    text("content", item.title());
    out.writeEndElement();
  }

  private void link(String relation, String target) throws XMLStreamException {
    out.writeEmptyElement(NAMESPACE, "link");
    out.writeAttribute("rel", relation);
    out.writeAttribute("href", target);
  }

  private void text(String element, String content) throws XMLStreamException {
    out.writeStartElement(NAMESPACE, element);
    out.writeCharacters(printable(content));
    out.writeEndElement();
  }

  /** XML has no way to write some characters at all. */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          boolean fits =
              c == '\t'
                  || c == '\n'
                  || c == '\r'
                  || (c >= 0x20 && c <= 0xD7FF)
                  || (c >= 0xE000 && c <= 0xFFFD)
                  || c >= 0x10000;
          printable.appendCodePoint(fits ? c : 0xFFFD);
        });
    return printable.toString();
  }
}
