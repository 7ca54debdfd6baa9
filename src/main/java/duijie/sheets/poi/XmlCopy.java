package duijie.sheets.poi;

import java.io.IOException;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Copies XML from front to back, event by event, so that some of it can be changed on the way. */
final class XmlCopy {

  private final XMLStreamReader in;
  private final Utf8Writer out;
  private boolean tagOpen;
  private String half = "";

  XmlCopy(XMLStreamReader in, Utf8Writer out) {
    this.in = in;
    this.out = out;
  }

  /** Copies the event that the reader is at. */
  void event() throws IOException, XMLStreamException {
    switch (in.getEventType()) {
      case XMLStreamReader.START_ELEMENT -> start(Map.of());
      case XMLStreamReader.END_ELEMENT -> end();
      case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
          text(in.getText());
      case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
          throw new UnmarkableException("a document type or an entity");
      default -> {}
    }
  }

  /**
   * Copies a start tag.
   *
   * @param changes attributes without a prefix that get another value, or none where it is empty
   */
  void start(Map<String, String> changes) throws IOException {
    closeTag();
    out.markup("<");
    name(in.getPrefix(), in.getLocalName());
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      var prefix = in.getNamespacePrefix(i);
      name(prefix == null ? " xmlns" : " xmlns:" + prefix);
      value(in.getNamespaceURI(i));
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      var prefix = in.getAttributePrefix(i);
      var local = in.getAttributeLocalName(i);
      boolean plain = prefix == null || prefix.isEmpty();
      if (!plain || !changes.containsKey(local)) {
        out.markup(" ");
        name(prefix, local);
        value(in.getAttributeValue(i));
      }
    }
    for (var change : changes.entrySet()) {
      if (!change.getValue().isEmpty()) {
        out.markup(" ").markup(change.getKey());
        value(change.getValue());
      }
    }
    tagOpen = true;
  }

  /** Copies an end tag. */
  void end() throws IOException {
    if (tagOpen) {
      out.markup("/>");
      tagOpen = false;
    } else {
      out.markup("</");
      name(in.getPrefix(), in.getLocalName());
      out.markup(">");
    }
  }

  /** The output, for markup of one's own between two events. */
  Utf8Writer between() throws IOException {
    closeTag();
    return out;
  }

  private void text(String text) throws IOException {
    closeTag();
    // A parser may hand out the two halves of a character one after the other.
    var whole = half.isEmpty() ? text : half + text;
    int length = whole.length();
    boolean cut = length > 0 && Character.isHighSurrogate(whole.charAt(length - 1));
    half = cut ? whole.substring(length - 1) : "";
    out.text(cut ? whole.substring(0, length - 1) : whole);
  }

  private void closeTag() throws IOException {
    if (tagOpen) {
      out.markup(">");
      tagOpen = false;
    }
  }

  private void name(@Nullable String prefix, String local) throws IOException {
    if (prefix != null && !prefix.isEmpty()) {
      name(prefix);
      out.markup(":");
    }
    name(local);
  }

  private void name(String name) throws IOException {
    out.text(name);
  }

  private void value(@Nullable String value) throws IOException {
    out.markup("=\"").attribute(value == null ? "" : value).markup("\"");
  }
}
