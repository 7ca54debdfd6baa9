package duijie.house

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices

import com.tngtech.archunit.base.DescribedPredicate
import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.ArchRule
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The layout of the code, each rule with its reason. */
class ArchitectureSpec extends Specification {

  static final Path SOURCES = Path.of(System.getProperty('project.dir', '.'), 'src/main/java')

  /** Features in the direction of dependency: each may use those before it. */
  static final List<String> FEATURES = ['shared', 'regions', 'calendar', 'vocabulary', 'files', 'audit', 'accounts', 'messages', 'projects', 'agencies', 'matching', 'indexing', 'interests', 'timetable', 'sessions', 'portal']

  /** Features that only the command line, the server and the pages read. */
  static final List<String> LEAVES = ['sheets', 'imports', 'demonstration']

  /** Where a feature meets a technology. */
  static final List<String> TECHNOLOGIES = ['jdbc', 'web', 'lucene', 'elasticsearch', 'cel', 'yaml', 'poi', 'pdf', 'ical', 'argon2', 'totp', 'smtp', 'tika', 'command']

  /** What starts and wires the rest; `pages` and `api` are the frames of the pages and of the answers to programs. */
  static final List<String> WIRING = ['cli', 'server', 'database', 'pages', 'api']

  /** Features that the frame of the pages knows. */
  static final List<String> BENEATH_PAGES = ['shared', 'regions', 'calendar', 'vocabulary', 'audit', 'accounts']

  @Shared
  JavaClasses code = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages('duijie')

  def "every package named here holds code"() {
    expect:
    (FEATURES + LEAVES + WIRING).findAll { name -> code.every { !it.packageName.startsWith("duijie.$name") } } == []
    TECHNOLOGIES.findAll { name -> code.every { !it.packageName.endsWith(".$name") } } == []
  }

  def "every package of the code is named here"() {
    given:
    def known = (FEATURES + LEAVES + WIRING) as Set

    expect:
    code*.packageName.unique().findAll { it != 'duijie' && !known.contains(it.split('\\.')[1]) } == []
    code*.packageName.unique().findAll { name ->
      def parts = name.split('\\.') as List
      parts.size() > 2 && (FEATURES + LEAVES).contains(parts[1]) && (parts.size() > 3 || !TECHNOLOGIES.contains(parts[2]))
    } == []
  }

  def "#feature is plain Java"(String feature) {
    given:
    def allowed = ['java..', 'org.jspecify..', 'jakarta.inject..', 'jakarta.transaction..'] +
        (FEATURES + LEAVES).collect { "duijie.$it".toString() }
    def rule = classes().that().resideInAPackage("duijie.$feature").and(DescribedPredicate.not(generated()))
        .should().onlyDependOnClassesThat().resideInAnyPackage(allowed as String[])
        .because('what a feature means must not change when a library does')

    expect:
    holds(rule)

    where:
    feature << FEATURES + LEAVES
  }

  def "#feature uses only what comes before it"(String feature, List<String> later) {
    given:
    def rule = noClasses().that().resideInAPackage("duijie.$feature..")
        .should().dependOnClassesThat().resideInAnyPackage(later.collect { "duijie.$it..".toString() } as String[])
        .allowEmptyShould(false)
        .because('a feature that knows its users cannot be understood, or moved, alone')

    expect:
    holds(rule)

    where:
    feature << FEATURES
    later = FEATURES.drop(FEATURES.indexOf(feature) + 1) + (feature == 'portal' ? ['cli', 'database'] : LEAVES + WIRING - 'pages' - 'api')
  }

  def "features have no cycles"() {
    expect:
    holds(slices().matching('duijie.(*)..').should().beFreeOfCycles()
        .ignoreDependency(resideInAPackage('..web..'), resideInAnyPackage('duijie.pages..', 'duijie.api..'))
        .because('a cycle is one feature pretending to be two'))
  }

  def "the frame of the pages knows no page"() {
    expect:
    holds(noClasses().that().resideInAPackage('duijie.pages..')
        .should().dependOnClassesThat().resideInAnyPackage('duijie..web..', *(FEATURES - BENEATH_PAGES).collect { "duijie.$it..".toString() })
        .because('pages stand in the frame, and not the frame on pages'))
    holds(noClasses().that().resideOutsideOfPackages('..web..', 'duijie.pages..', 'duijie.server..')
        .should().dependOnClassesThat().resideInAPackage('duijie.pages..')
        .because('only pages have a frame'))
  }

  def "the frame of the answers to programs knows nothing but the values of the product"() {
    expect:
    holds(noClasses().that().resideInAPackage('duijie.api..')
        .should().dependOnClassesThat().resideInAnyPackage('duijie..web..', 'duijie.pages..', *(FEATURES - 'shared' - 'accounts').collect { "duijie.$it..".toString() })
        .because('pages and programs are answered by the same guards, which know both'))
    holds(noClasses().that().resideOutsideOfPackages('..web..', 'duijie.api..', 'duijie.pages..', 'duijie.server..')
        .should().dependOnClassesThat().resideInAPackage('duijie.api..')
        .because('only the edge speaks JSON to programs'))
  }

  def "adapters are reached through their port"() {
    given: 'the one factory that a plain program may call'
    def door = new DescribedPredicate<JavaClass>('a factory') {
      boolean test(JavaClass type) { !type.isTopLevelClass() || type.constructors.every { it.modifiers*.name().contains('PRIVATE') } }
    }
    def rule = classes().that().resideInAnyPackage(*TECHNOLOGIES.findAll { it != 'web' }.collect { "duijie..${it}..".toString() })
        .and().areTopLevelClasses().and().arePublic().and().doNotHaveSimpleName('package-info')
        .and(DescribedPredicate.not(generated()))
        .should().beAssignableTo(door)
        .because('a caller that knows the adapter cannot do without it')

    expect:
    holds(rule)
  }

  def "only the edge asks the time"() {
    expect:
    holds(noClasses().that().resideInAPackage('duijie..')
        .and().resideOutsideOfPackages('duijie.cli..', 'duijie.server..')
        .should().callMethod(java.time.LocalDate, 'now')
        .orShould().callMethod(java.time.LocalDateTime, 'now')
        .orShould().callMethod(java.time.Instant, 'now')
        .orShould().callMethod(java.time.ZonedDateTime, 'now')
        .because('time is an argument: a result must be the same on another day'))
  }

  def "no source file is over 300 lines"() {
    when:
    def long_ = Files.walk(SOURCES).withCloseable { files ->
      files.filter { it.toString().endsWith('.java') }
          .filter { Files.readAllLines(it).size() > 300 }
          .map { SOURCES.relativize(it).toString() }.toList()
    }

    then: 'because a class that long has more than one reason to be'
    long_ == []
  }

  def "every package says in one sentence what it is for"() {
    when:
    def silent = Files.walk(SOURCES).withCloseable { files ->
      files.filter { Files.isDirectory(it) }
          .filter { dir -> Files.list(dir).withCloseable { it.anyMatch { f -> f.toString().endsWith('.java') } } }
          .filter { dir ->
            def info = dir.resolve('package-info.java')
            !Files.exists(info) || !Files.readString(info).contains("/**") || !Files.readString(info).contains("@NullMarked")
          }
          .map { SOURCES.relativize(it).toString() }.toList()
    }

    then:
    silent == []
  }

  private static DescribedPredicate<JavaClass> generated() {
    new DescribedPredicate<JavaClass>('generated by the framework') {
      boolean test(JavaClass type) { type.name.contains('.$') || type.simpleName.contains('$') || type.isAnnotatedWith('io.micronaut.core.annotation.Generated') }
    }
  }

  private boolean holds(ArchRule rule) {
    rule.check(code)
    true
  }
}
