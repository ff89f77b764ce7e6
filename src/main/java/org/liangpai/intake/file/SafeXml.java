package org.liangpai.intake.file;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A forward reader of one XML part. It refuses document types and entities, nesting deeper than any
 * workbook has, and floods of different names. Names are compared without their namespaces, which
 * differ between the dialects of the format.
 */
final class SafeXml implements AutoCloseable {

  private static final int DEEPEST = 64;
  private static final int MOST_NAMES = 2_000;

  private final String part;
  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private int depth;

  SafeXml(InputStream in, String part) throws XMLStreamException {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    this.part = part;
    this.reader = factory.createXMLStreamReader(in);
  }

  /** The next event, or -1 at the end. */
  int next() throws XMLStreamException {
    if (!reader.hasNext()) {
      return -1;
    }
    int event = reader.next();
    if (event == XMLStreamConstants.START_ELEMENT) {
      if (++depth > DEEPEST) {
        throw Damage.broken(part);
      }
      if (names.add(reader.getLocalName()) && names.size() > MOST_NAMES) {
        throw Damage.broken(part);
      }
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw Damage.of(part, "文件含有XML文档类型或实体声明，这不是正常的工作簿，已拒绝");
    }
    return event;
  }

  /** Moves to the next start of an element; false at the end. */
  boolean nextElement() throws XMLStreamException {
    int event = next();
    while (event >= 0 && event != XMLStreamConstants.START_ELEMENT) {
      event = next();
    }
    return event >= 0;
  }

  String name() {
    return reader.getLocalName();
  }

  int depth() {
    return depth;
  }

  /** The value of an attribute by local name, or {@code null}. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /**
   * The text inside the present element up to its end, with the text of the elements below except
   * phonetic ones; at most the given number of characters.
   */
  String text(int longest) throws XMLStreamException {
    int end = depth - 1;
    int silent = 0;
    StringBuilder text = null;
    String only = "";
    while (depth > end) {
      int event = next();
      if (event < 0) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && name().equals("rPh")) {
        silent = depth;
      } else if (silent > 0) {
        silent = depth < silent ? 0 : silent;
      } else if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        String piece = reader.getText();
        if (text == null && only.isEmpty()) {
          only = piece;
          continue;
        }
        text = text == null ? new StringBuilder(only) : text;
        text.append(piece);
        if (text.length() > longest) {
          throw Damage.tooBig(part, "文件中有超长的单元格");
        }
      }
    }
    return text == null ? only : text.toString();
  }

  @Override
  public void close() throws XMLStreamException {
    reader.close();
  }
}
