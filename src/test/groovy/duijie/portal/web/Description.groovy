package duijie.portal.web

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.networknt.schema.JsonSchema
import com.networknt.schema.JsonSchemaFactory
import com.networknt.schema.SchemaValidatorsConfig
import com.networknt.schema.SpecVersion
import java.net.http.HttpResponse
import java.util.concurrent.ConcurrentHashMap
import org.yaml.snakeyaml.Yaml

/** The description of the answers to programs, held against real answers. */
class Description {

  static final Map DOCUMENT = Description.getResourceAsStream('/duijie/api/openapi.yml').withCloseable { new Yaml().load(it) as Map }

  /** Operations that answered with success. */
  static final Set<String> SEEN = ConcurrentHashMap.newKeySet()

  private static final ObjectMapper JSON = new ObjectMapper()
  private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>()

  /** Every operation: method and path. */
  static Set<String> operations() {
    DOCUMENT.paths.collectMany { path, operations -> operations.keySet().collect { "${it.toUpperCase()} $path".toString() } } as Set
  }

  /** Fails where an answer is not as it is described. */
  static void check(String method, String path, HttpResponse<String> answer) {
    if (method == 'HEAD') {
      assert answer.body().isEmpty()
      return
    }
    def template = DOCUMENT.paths.keySet().find { path ==~ it.replaceAll(/\{[^}]+}/, '[^/]+') }
    def operation = template == null ? null : DOCUMENT.paths[template][method.toLowerCase()]
    int status = answer.statusCode()
    if (operation == null) {
      assert status in [404, 405] || !path.startsWith('/api/'): "$method $path is described nowhere"
      if (path.startsWith('/api')) {
        fits('Problem', answer)
      }
      return
    }
    def described = resolved(operation.responses["$status".toString()])
    assert described != null: "$method $template answers $status, which is described nowhere: ${answer.body()}"
    described.headers.each { name, header ->
      assert !resolved(header).required || answer.headers().firstValue(name).isPresent(): "$method $template has no $name"
    }
    if (status < 300) {
      SEEN << "$method $template".toString()
    }
    def content = described.content as Map
    if (content == null) {
      assert answer.body().isEmpty()
      return
    }
    def type = content.keySet().first() as String
    assert answer.headers().firstValue('Content-Type').get().startsWith(type)
    if (type.endsWith('json')) {
      fits((content[type].schema['$ref'] as String).split('/').last(), answer)
    }
  }

  /** What does not fit a schema of the description. */
  static List<String> misfits(String schema, String json) {
    SCHEMAS.computeIfAbsent(schema) { name ->
      // What the validator does not know as a keyword is only looked into where something refers to it.
      def node = JSON.valueToTree(['$ref': "#/components/schemas/$name".toString(), components: DOCUMENT.components]) as JsonNode
      FACTORY.getSchema(node, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
    }.validate(JSON.readTree(json))*.toString()
  }

  private static void fits(String schema, HttpResponse<String> answer) {
    def misfits = misfits(schema, answer.body())
    assert misfits == [], "does not fit $schema: ${answer.body()}"
  }

  private static Object resolved(Object node) {
    node instanceof Map && node['$ref'] ? (node['$ref'] as String).split('/').drop(1).inject(DOCUMENT) { at, step -> at[step] } : node
  }
}
