package duijie.sheets.poi;

import duijie.sheets.RefusedWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook and how they refer to each other; their names in any case. */
final class Parts {

  private static final String RELATIONS = ".rels";

  private final ZipFile zip;
  private final Allowance allowance;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  Parts(ZipFile zip, Allowance allowance) {
    this.zip = zip;
    this.allowance = allowance;
    zip.stream().forEach(entry -> entries.put(key(entry.getName()), entry));
  }

  /** Opens the file as a zip file. */
  static ZipFile open(Path file) throws RefusedWorkbook {
    try {
      return new ZipFile(file.toFile());
    } catch (IOException | RuntimeException broken) {
      throw Xml.damaged();
    }
  }

  Set<String> names() {
    return entries.keySet();
  }

  boolean has(String part) {
    return entries.containsKey(key(part));
  }

  /** A part's XML. */
  Xml xml(String part) throws RefusedWorkbook {
    var entry = entries.get(key(part));
    if (entry == null) {
      throw Xml.damaged();
    }
    WorkbookGuard.checkXml(zip, entry, allowance);
    try {
      return new Xml(zip.getInputStream(entry), allowance);
    } catch (IOException broken) {
      throw Xml.damaged();
    }
  }

  /** Refuses references out of the file, except links to click on. */
  void refuseExternalLinks() throws RefusedWorkbook {
    for (var name : List.copyOf(entries.keySet())) {
      if (!name.endsWith(RELATIONS)) {
        continue;
      }
      for (var relation : read(name, "")) {
        if (relation.external() && !relation.type().equals("hyperlink")) {
          throw WorkbookGuard.externalLinks();
        }
      }
    }
  }

  /** What a part refers to; the file itself is the empty name. */
  List<Relation> relations(String part) throws RefusedWorkbook {
    int slash = part.lastIndexOf('/') + 1;
    var relations = part.substring(0, slash) + "_rels/" + part.substring(slash) + RELATIONS;
    return has(relations) ? read(relations, part.substring(0, slash)) : List.of();
  }

  /** The first part of a type that a part refers to. */
  @Nullable String related(String part, String type) throws RefusedWorkbook {
    for (var relation : relations(part)) {
      if (relation.type().equals(type) && !relation.external()) {
        return relation.target();
      }
    }
    return null;
  }

  /** The content type of a part as the file declares it, in lower case; empty where it does not. */
  String contentType(String part) throws RefusedWorkbook {
    var byExtension = "";
    try (var xml = xml("[Content_Types].xml")) {
      for (int event = xml.next(); event != Xml.FINISHED; event = xml.next()) {
        if (event != Xml.START) {
          continue;
        }
        var type = orEmpty(xml.attribute("ContentType")).toLowerCase(Locale.ROOT);
        if (type.contains("vbaproject")) {
          throw WorkbookGuard.macros();
        }
        if (xml.name().equals("Override")
            && key(orEmpty(xml.attribute("PartName"))).equals("/" + key(part))) {
          return type;
        }
        if (xml.name().equals("Default")
            && part.endsWith("." + orEmpty(xml.attribute("Extension")))) {
          byExtension = type;
        }
      }
    }
    return byExtension;
  }

  private List<Relation> read(String relations, String folder) throws RefusedWorkbook {
    var found = new ArrayList<Relation>();
    try (var xml = xml(relations)) {
      for (int event = xml.next(); event != Xml.FINISHED; event = xml.next()) {
        if (event != Xml.START || !xml.name().equals("Relationship")) {
          continue;
        }
        var type = orEmpty(xml.attribute("Type"));
        boolean external = "External".equalsIgnoreCase(xml.attribute("TargetMode"));
        var target = orEmpty(xml.attribute("Target"));
        found.add(
            new Relation(
                orEmpty(xml.attribute("Id")),
                type.substring(type.lastIndexOf('/') + 1),
                external ? target : resolve(folder, target),
                external));
      }
    }
    return found;
  }

  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    var path = new ArrayList<String>();
    for (var step : (folder + target).split("/")) {
      if (step.equals("..")) {
        if (!path.isEmpty()) {
          path.removeLast();
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.add(step);
      }
    }
    return String.join("/", path);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String key(String part) {
    return part.toLowerCase(Locale.ROOT);
  }
}
