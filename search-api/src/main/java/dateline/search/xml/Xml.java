package dateline.search.xml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// An XML document in memory. What XML 1.0 has no place for is left out of its texts.
public final class Xml {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter out;

  public Xml() {
    try {
      out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /// Opens an element.
  ///
  /// @param attributes names and values in turn
  public Xml open(String name, String... attributes) {
    try {
      out.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        out.writeAttribute(attributes[i], clean(attributes[i + 1]));
      }
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    return this;
  }

  public Xml close() {
    try {
      out.writeEndElement();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    return this;
  }

  /// An element that holds a text; nothing for an absent or empty one.
  public Xml text(String name, @Nullable String text, String... attributes) {
    if (text == null || text.isEmpty()) {
      return this;
    }
    open(name, attributes);
    try {
      out.writeCharacters(clean(text));
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    return close();
  }

  public byte[] end() {
    try {
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    return bytes.toByteArray();
  }

  /// Without what XML 1.0 has no place for.
  private static String clean(String text) {
    var clean = new StringBuilder();
    text.codePoints()
        .filter(sign ->
            sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || (sign >= 0x20 && sign <= 0xD7FF)
                || (sign >= 0xE000 && sign <= 0xFFFD)
                || sign >= 0x10000)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static IllegalStateException impossible(XMLStreamException e) {
    return new IllegalStateException("writing to memory does not fail", e);
  }
}
