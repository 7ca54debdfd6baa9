package duijie.projects.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import duijie.projects.DraftFact;
import duijie.projects.DraftReading;
import duijie.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a condition of the lint can say: comparisons and arithmetic over the facts of a draft, no
 * loops, nothing that builds texts. So its time is bounded by its length.
 */
final class Language {

  private static final int MAXIMUM_LENGTH = 2000;
  private static final int MAXIMUM_DEPTH = 32;

  private static final Set<StandardFunction> ALLOWED =
      EnumSet.of(
          StandardFunction.IN,
          StandardFunction.CONDITIONAL,
          StandardFunction.LOGICAL_NOT,
          StandardFunction.LOGICAL_OR,
          StandardFunction.LOGICAL_AND,
          StandardFunction.EQUALS,
          StandardFunction.NOT_EQUALS,
          StandardFunction.ADD,
          StandardFunction.SUBTRACT,
          StandardFunction.MULTIPLY,
          StandardFunction.DIVIDE,
          StandardFunction.NEGATE,
          StandardFunction.DOUBLE,
          StandardFunction.LESS,
          StandardFunction.LESS_EQUALS,
          StandardFunction.GREATER,
          StandardFunction.GREATER_EQUALS);

  private static final StructType PROJECT = project();

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(MAXIMUM_LENGTH)
          .maxParseRecursionDepth(MAXIMUM_DEPTH)
          .build();

  static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardEnvironmentEnabled(false)
          .setStandardDeclarations(
              CelStandardDeclarations.newBuilder()
                  .filterFunctions((function, overload) -> ALLOWED.contains(function))
                  .filterIdentifiers(identifier -> false)
                  .build())
          .setStandardMacros(CelStandardMacro.HAS)
          .setOptions(OPTIONS)
          .setTypeProvider(new FactTypes())
          .addVar("project", StructTypeReference.create(PROJECT.name()))
          .addVar(Wording.NUMBER, SimpleType.DOUBLE)
          .build();

  static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(OPTIONS)
          .setTypeProvider(new FactTypes())
          .build();

  private Language() {}

  /** The names of all facts. */
  static List<String> facts() {
    return Arrays.stream(DraftFact.values()).map(DraftFact::word).toList();
  }

  /** The facts of a draft that are known, as conditions read them. */
  static Map<String, Object> values(DraftReading reading) {
    var values = new HashMap<String, Object>();
    for (var fact : DraftFact.values()) {
      var value = fact.of(reading);
      if (value != null) {
        values.put(fact.word(), value(value));
      }
    }
    return values;
  }

  private static Object value(Object fact) {
    return switch (fact) {
      case Integer whole -> whole.longValue();
      case BigDecimal number -> number.doubleValue();
      case Money money -> money.yuan().doubleValue();
      case LocalDate date -> date.atStartOfDay(ZoneOffset.UTC).toInstant();
      default -> fact;
    };
  }

  private static StructType project() {
    var types =
        Arrays.stream(DraftFact.values())
            .collect(ImmutableMap.toImmutableMap(DraftFact::word, fact -> type(fact.type())));
    return StructType.create(
        "project", types.keySet(), field -> Optional.ofNullable(types.get(field)));
  }

  private static CelType type(DraftFact.Type type) {
    return switch (type) {
      case TEXT -> SimpleType.STRING;
      case WHOLE -> SimpleType.INT;
      case NUMBER, YUAN -> SimpleType.DOUBLE;
      case FLAG -> SimpleType.BOOL;
      case DATE -> SimpleType.TIMESTAMP;
    };
  }

  private static final class FactTypes implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.of(PROJECT);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return name.equals(PROJECT.name()) ? Optional.of(PROJECT) : Optional.empty();
    }
  }
}
