package duijie.matching.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function that rules may call beside CEL's own.
 *
 * @param description what it gives, in Chinese, for the guide
 */
record Function(
    String name,
    String description,
    List<CelOverloadDecl> overloads,
    List<CelFunctionBinding> bindings) {

  /** A function with one form. */
  static Function of(
      String name,
      String description,
      CelFunctionOverload definition,
      CelType result,
      CelType... parameters) {
    return new Function(name, description, List.of(), List.of())
        .with(definition, result, parameters);
  }

  /** The function with one more form. */
  Function with(CelFunctionOverload definition, CelType result, CelType... parameters) {
    var id =
        Arrays.stream(parameters)
            .map(type -> type.kind().name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining("_", name + "_", ""));
    return new Function(
        name,
        description,
        append(overloads, CelOverloadDecl.newGlobalOverload(id, result, parameters)),
        append(
            bindings,
            CelFunctionBinding.from(
                id,
                Arrays.stream(parameters).<Class<?>>map(Function::javaType).toList(),
                definition)));
  }

  CelFunctionDecl declaration() {
    return CelFunctionDecl.newFunctionDeclaration(name, overloads);
  }

  /** How it is called, for the guide: {@code ramp(double, double, double) → double}. */
  String signature() {
    var first = overloads.getFirst();
    return name
        + first.parameterTypes().stream()
            .map(Types::label)
            .collect(Collectors.joining("，", "（", "）→ "))
        + Types.label(first.resultType());
  }

  private static Class<?> javaType(CelType type) {
    return switch (type.kind()) {
      case STRING -> String.class;
      case INT -> Long.class;
      case DOUBLE -> Double.class;
      case TIMESTAMP -> Instant.class;
      case LIST -> List.class;
      case OPAQUE -> duijie.matching.TermVector.class;
      default -> throw new IllegalArgumentException("no parameter of type " + type.name());
    };
  }

  private static <T> List<T> append(List<T> list, T last) {
    var longer = new java.util.ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer);
  }
}
