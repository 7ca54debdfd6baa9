package duijie.matching.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
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
import duijie.matching.Facts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression of a rule book can say: a part of CEL that reads the facts of a pair and
 * nothing else. There is no way to build texts or lists, no regular expressions, no conversions of
 * texts; loops are only over lists that are there, and counted. So an expression's time and memory
 * are bounded by its length.
 */
final class Language {

  /** How long one expression may be, in code points. */
  static final int MAXIMUM_LENGTH = 2000;

  /** How deep an expression may nest. */
  private static final int MAXIMUM_DEPTH = 32;

  /** How many elements all loops of one evaluation may visit together. */
  private static final int MAXIMUM_ITERATIONS = 100;

  private static final Set<StandardFunction> ALLOWED =
      EnumSet.of(
          StandardFunction.IN,
          StandardFunction.NOT_STRICTLY_FALSE,
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
          StandardFunction.MODULO,
          StandardFunction.NEGATE,
          StandardFunction.SIZE,
          StandardFunction.INT,
          StandardFunction.DOUBLE,
          StandardFunction.STARTS_WITH,
          StandardFunction.ENDS_WITH,
          StandardFunction.LESS,
          StandardFunction.LESS_EQUALS,
          StandardFunction.GREATER,
          StandardFunction.GREATER_EQUALS);

  private static final Set<StandardFunction> NUMBERS_ONLY =
      EnumSet.of(
          StandardFunction.ADD,
          StandardFunction.SUBTRACT,
          StandardFunction.INT,
          StandardFunction.DOUBLE);

  private static final StructType PROJECT = Types.structure("project", Facts.OF_PROJECT);
  private static final StructType AGENCY = Types.structure("agency", Facts.OF_AGENCY);

  private final List<Function> functions;
  private final CelCompiler whole;
  private final Lazy<CelCompiler> single;
  private final CelRuntime runtime;

  Language(List<Function> functions) {
    this.functions = functions;
    // The book compiles as one list with each expression in parentheses: two levels more.
    this.whole = compiler(functions, options(MAXIMUM_DEPTH + 2, 4_000_000));
    this.single = new Lazy<>(() -> compiler(functions, options(MAXIMUM_DEPTH, MAXIMUM_LENGTH)));
    this.runtime = runtime(functions);
  }

  /** Compiles all expressions of a book as one list. */
  CelCompiler whole() {
    return whole;
  }

  /** Compiles one expression by itself, to say what is wrong with it. */
  CelCompiler single() {
    return single.get();
  }

  /** Runs what was compiled. */
  CelRuntime runtime() {
    return runtime;
  }

  /** The variables and functions that an expression can begin with. */
  List<String> names() {
    var names =
        new ArrayList<>(
            List.of("project", "agency", "asOf", "unknown", "size", "has", "int", "double"));
    functions.forEach(function -> names.add(function.name()));
    return names;
  }

  private static CelCompiler compiler(List<Function> functions, CelOptions options) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .filterFunctions(Language::allowed)
                    .filterIdentifiers(identifier -> false)
                    .build())
            .setStandardMacros(CelStandardMacro.HAS, CelStandardMacro.EXISTS, CelStandardMacro.ALL)
            .setOptions(options)
            .setTypeProvider(new FactTypes())
            .addVar("project", StructTypeReference.create(PROJECT.name()))
            .addVar("agency", StructTypeReference.create(AGENCY.name()))
            .addVar("asOf", SimpleType.TIMESTAMP)
            .addVar("unknown", SimpleType.DYN);
    functions.forEach(function -> builder.addFunctionDeclarations(function.declaration()));
    return builder.build();
  }

  private static CelRuntime runtime(List<Function> functions) {
    var builder =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(options(MAXIMUM_DEPTH, MAXIMUM_LENGTH))
            .setTypeProvider(new FactTypes());
    functions.forEach(function -> builder.addFunctionBindings(function.bindings()));
    return builder.build();
  }

  private static CelOptions options(int depth, int length) {
    return CelOptions.current()
        .enableHeterogeneousNumericComparisons(true)
        .comprehensionMaxIterations(MAXIMUM_ITERATIONS)
        .maxExpressionCodePointSize(length)
        .maxParseRecursionDepth(depth)
        .build();
  }

  private static boolean allowed(StandardFunction function, StandardOverload overload) {
    if (!ALLOWED.contains(function)) {
      return false;
    }
    var id = overload.celOverloadDecl().overloadId();
    boolean odd = id.contains("uint64") || id.contains("bytes") || id.contains("duration");
    boolean numbers = !id.contains("string") && !id.contains("list") && !id.contains("timestamp");
    return !odd && (numbers || !NUMBERS_ONLY.contains(function));
  }

  private static final class FactTypes implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.of(PROJECT, AGENCY);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }
  }
}
