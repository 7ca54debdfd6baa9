package duijie.sheets.poi;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import duijie.sheets.ProblemCode;
import duijie.sheets.RefusedWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * A part's XML, event by event, by local names: the namespaces of strict and of transitional
 * workbooks differ. Refuses declarations of types and entities, and names without end. Aalto, which
 * fastexcel-reader uses too, was measured to be the fastest parser at hand.
 */
final class Xml implements AutoCloseable {

  static final int START = XMLStreamConstants.START_ELEMENT;
  static final int END = XMLStreamConstants.END_ELEMENT;
  static final int TEXT = XMLStreamConstants.CHARACTERS;
  static final int FINISHED = XMLStreamConstants.END_DOCUMENT;

  /** Chooses who decodes an attribute. */
  @FunctionalInterface
  interface Attributes {

    /** Takes the characters of the attribute of this local name; null where nobody wants it. */
    @Nullable TypedValueDecoder decoder(String name);
  }

  private static final int DEEPEST = 100;
  private static final int MOST_NAMES = 2_000;
  private static final int EVENTS_BETWEEN_CHECKS = 4_096;

  private final XMLStreamReader2 reader;
  private final InputStream stream;
  private final Allowance allowance;

  /** Names longer than one letter: the parser keeps each of them for good. */
  private final Set<String> names = new HashSet<>();

  private final @Nullable String[] recent = new @Nullable String[8];
  private int latest;

  private int depth;
  private int events;

  Xml(InputStream stream, Allowance allowance) throws RefusedWorkbook {
    this.stream = stream;
    this.allowance = allowance;
    try {
      this.reader = (XMLStreamReader2) factory().createXMLStreamReader(stream);
    } catch (XMLStreamException | RuntimeException broken) {
      throw damaged();
    }
  }

  static RefusedWorkbook damaged() {
    return new RefusedWorkbook(
        ProblemCode.DAMAGED, "文件内容已损坏，无法读取。请用 Excel 或 WPS 打开后另存为新的 .xlsx 文件，再导入。");
  }

  static RefusedWorkbook unsafe(String what) {
    return new RefusedWorkbook(
        ProblemCode.UNSAFE, "文件中" + what + "，不是正常的工作簿，为安全起见不予读取。请把内容复制到模板中再导入。");
  }

  /** Goes on to the next start, end or text. */
  int next() throws RefusedWorkbook {
    while (true) {
      int event = step();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw unsafe("标记嵌套过深");
          }
          rememberNames();
          return START;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return END;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          return TEXT;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return FINISHED;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw unsafe("含有文档类型或实体声明");
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> remember(reader.getPITarget());
        default -> {}
      }
    }
  }

  /** The local name of the element that starts or ends here. */
  String name() {
    return reader.getLocalName();
  }

  /** An attribute of the element that starts here. */
  @Nullable String attribute(String name) throws RefusedWorkbook {
    try {
      for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
        if (reader.getAttributeLocalName(i).equals(name)) {
          return reader.getAttributeValue(i);
        }
      }
      return null;
    } catch (RuntimeException broken) {
      throw damaged();
    }
  }

  /** Hands each attribute of the element that starts here to one who decodes it in place. */
  void attributes(Attributes attributes) throws RefusedWorkbook {
    try {
      int count = reader.getAttributeCount();
      for (int i = 0; i < count; i++) {
        var decoder = attributes.decoder(reader.getAttributeLocalName(i));
        if (decoder != null) {
          reader.getAttributeAs(i, decoder);
        }
      }
    } catch (XMLStreamException | RuntimeException broken) {
      throw damaged();
    }
  }

  /** Appends the text here as far as there is room for it. */
  void text(StringBuilder to, int most) throws RefusedWorkbook {
    try {
      int length = Math.min(reader.getTextLength(), most - to.length());
      if (length > 0) {
        to.append(reader.getTextCharacters(), reader.getTextStart(), length);
      }
    } catch (RuntimeException broken) {
      throw damaged();
    }
  }

  /** Goes to the end of the element that starts here. */
  void skip() throws RefusedWorkbook {
    for (int open = 1; open > 0; ) {
      int event = next();
      if (event == FINISHED) {
        throw damaged();
      }
      open += event == START ? 1 : event == END ? -1 : 0;
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      stream.close();
    } catch (XMLStreamException | IOException | RuntimeException ignored) {
      // Everything that was wanted has been read.
    }
  }

  private int step() throws RefusedWorkbook {
    if (++events % EVENTS_BETWEEN_CHECKS == 0) {
      allowance.checkTime();
    }
    try {
      return reader.hasNext() ? reader.next() : FINISHED;
    } catch (XMLStreamException | RuntimeException broken) {
      throw damaged();
    }
  }

  private void rememberNames() throws RefusedWorkbook {
    remember(reader.getLocalName());
    remember(reader.getPrefix());
    for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
      remember(reader.getAttributeLocalName(i));
    }
    for (int i = reader.getNamespaceCount() - 1; i >= 0; i--) {
      remember(reader.getNamespacePrefix(i));
    }
  }

  private void remember(@Nullable String name) throws RefusedWorkbook {
    // The parser gives the same object for the same name, and a table repeats few of them.
    if (name == null || name.length() <= 1 || isRecent(name)) {
      return;
    }
    recent[latest++ & (recent.length - 1)] = name;
    if (names.add(name) && names.size() > MOST_NAMES) {
      throw unsafe("标记的种类过多");
    }
  }

  @SuppressWarnings("ReferenceEquality") // another object of the same name is looked up
  private boolean isRecent(String name) {
    for (var known : recent) {
      if (known == name) {
        return true;
      }
    }
    return false;
  }

  /** A factory of its own for each part: a factory keeps all names it has ever seen. */
  private static XMLInputFactory factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }
}
