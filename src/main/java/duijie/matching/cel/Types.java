package duijie.matching.cel;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import duijie.matching.Fact;
import duijie.matching.FactType;
import java.util.List;
import java.util.Optional;

/** Facts as types of CEL. */
final class Types {

  static final CelType TERMS = OpaqueType.create("terms");
  static final CelType TEXTS = ListType.create(SimpleType.STRING);

  private Types() {}

  /** The structure with these facts as its fields. */
  static <T> StructType structure(String name, List<Fact<T>> facts) {
    var types =
        facts.stream().collect(ImmutableMap.toImmutableMap(Fact::name, fact -> of(fact.type())));
    return StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
  }

  private static CelType of(FactType type) {
    return switch (type) {
      case TEXT -> SimpleType.STRING;
      case WHOLE -> SimpleType.INT;
      case NUMBER -> SimpleType.DOUBLE;
      case FLAG -> SimpleType.BOOL;
      case DATE -> SimpleType.TIMESTAMP;
      case TEXTS -> TEXTS;
      case TERMS -> TERMS;
    };
  }

  /** What people call a type. */
  static String label(CelType type) {
    return switch (type.kind()) {
      case STRING -> FactType.TEXT.label();
      case INT -> FactType.WHOLE.label();
      case DOUBLE -> FactType.NUMBER.label();
      case BOOL -> FactType.FLAG.label();
      case TIMESTAMP -> FactType.DATE.label();
      case LIST -> FactType.TEXTS.label();
      case OPAQUE -> FactType.TERMS.label();
      default -> type.name();
    };
  }

  /** The names in a compiler's message, such as {@code (int, string)}, as people call them. */
  static String labels(String types) {
    var labels = types;
    for (var pair : NAMES) {
      labels = labels.replaceAll("\\b" + pair.name + "\\b", pair.label);
    }
    return labels.replace("文字列表(文字)", "文字列表").replace("list(文字)", "文字列表").replace(", ", "，");
  }

  private record Name(String name, String label) {}

  private static final List<Name> NAMES =
      List.of(
          new Name("google\\.protobuf\\.Timestamp", FactType.DATE.label()),
          new Name("string", FactType.TEXT.label()),
          new Name("int", FactType.WHOLE.label()),
          new Name("double", FactType.NUMBER.label()),
          new Name("bool", FactType.FLAG.label()),
          new Name("terms", FactType.TERMS.label()),
          new Name("dyn", "未定"),
          new Name("null_type", "空"));
}
