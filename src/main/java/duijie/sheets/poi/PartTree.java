package duijie.sheets.poi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A small part of a workbook as a tree, read without document types and entities.
 *
 * @param document the tree
 */
record PartTree(Document document) {

  /** What is wrong is told by an exception; without a handler of ours it would be printed too. */
  private static final ErrorHandler SILENT = new DefaultHandler();

  static PartTree read(byte[] xml) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(SILENT);
      return new PartTree(builder.parse(new ByteArrayInputStream(xml)));
    } catch (SAXException e) {
      throw new UnmarkableException("not well-formed: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  void write(OutputStream out) throws IOException {
    try {
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IOException(e);
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  /** The children of that name, whatever their prefix. */
  static List<Element> children(Element parent, String name) {
    var children = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        children.add(element);
      }
    }
    return children;
  }

  static @Nullable Element child(Element parent, String name) {
    var children = children(parent, name);
    return children.isEmpty() ? null : children.getFirst();
  }

  /** The child of that name; made at the parent's end where there is none. */
  Element childOrNew(Element parent, String name) {
    var child = child(parent, name);
    return child == null ? append(parent, name) : child;
  }

  /** A new last child in the namespace and with the prefix of its parent. */
  Element append(Element parent, String name) {
    return insert(parent, name, null);
  }

  /** A new child before another one. */
  Element insert(Element parent, String name, @Nullable Node before) {
    var prefix = parent.getPrefix();
    var qualified = prefix == null ? name : prefix + ":" + name;
    var element = document.createElementNS(parent.getNamespaceURI(), qualified);
    parent.insertBefore(element, before);
    return element;
  }
}
