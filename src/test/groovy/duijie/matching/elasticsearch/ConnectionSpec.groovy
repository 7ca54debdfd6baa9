package duijie.matching.elasticsearch

import duijie.matching.Filter
import duijie.matching.IndexUnavailable
import duijie.matching.KeptCandidates
import duijie.matching.Sample
import duijie.matching.SearchCluster
import duijie.matching.SearchCluster.SignIn
import duijie.matching.SharedIndex
import duijie.matching.SmallMap
import duijie.matching.SmallVocabulary
import duijie.server.TlsFiles
import duijie.vocabulary.lucene.LuceneTextAnalysis
import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The way to servers that are asked over TLS, and let in only those who sign in. */
class ConnectionSpec extends Specification {

  static final SignIn KEY = new SignIn.Key('a2V5Om9mIHRoZSBzaXRl')
  static final SignIn PASSWORD = new SignIn.Password('对接', '口令 with: colon')

  @Shared @TempDir Path place
  @Shared Path keystore = TlsFiles.keystore(place)
  @Shared @AutoCleanup GuardedServer guarded = new GuardedServer(SearchServer.shared().awaitAnswer(), TlsFiles.context(keystore),
    ['ApiKey a2V5Om9mIHRoZSBzaXRl', 'Basic ' + '对接:口令 with: colon'.getBytes('UTF-8').encodeBase64()] as Set)
  @Shared Path authority = authority(keystore)
  @Shared SmallMap regions = new SmallMap()
  @Shared SmallVocabulary vocabulary = new SmallVocabulary()
  @Shared analysis = LuceneTextAnalysis.of(vocabulary)

  @AutoCleanup SharedIndex servers

  def "with #what it writes and finds"() {
    when:
    def index = KeptCandidates.newGeneration(on([guarded.address], authority, sign))
    index.agencies().put([Sample.agency(id: 'A-1')])

    then:
    index.agencies().passing(Filter.ALL)*.value() == ['A-1']

    where:
    what                       | sign
    'a key'                    | KEY
    'a name and its password'  | PASSWORD
  }

  def "with #what there is no answer, and nothing worse"() {
    when:
    on([guarded.address], trusted ? authority : authority(TlsFiles.keystore(place, 'other')), sign).current()

    then:
    thrown(IndexUnavailable)

    where:
    what                                   | trusted | sign
    'nobody signed in'                     | true    | null
    'a key that the servers do not know'   | true    | new SignIn.Key('d3Jvbmc=')
    'servers that somebody else vouches for' | false | KEY
  }

  def "of several servers those answer that are there"() {
    given:
    def closed = new ServerSocket(0).withCloseable { it.localPort }
    def alive = SearchServer.shared().awaitAnswer()

    when:
    def index = KeptCandidates.newGeneration(on([URI.create("http://127.0.0.1:$closed"), alive, URI.create("http://localhost:$closed")], null, null))

    then:
    (1..12).every {
      index.agencies().put([Sample.agency(id: "A-$it")])
      index.agencies().passing(Filter.ALL).size() == it
    }
  }

  private SharedIndex on(List<URI> addresses, Path trusted, SignIn sign) {
    def plain = SearchServer.shared().cluster()
    servers = ElasticsearchIndexes.on(new SearchCluster(addresses, trusted, sign, plain.name(), 1, 0), analysis, regions, vocabulary)
  }

  /** The certificate of this keystore, as a server's own authority gives it out. */
  private Path authority(Path keystore) {
    def keys = KeyStore.getInstance('PKCS12')
    Files.newInputStream(keystore).withCloseable { keys.load(it, TlsFiles.PASSWORD.toCharArray()) }
    def lines = Base64.getMimeEncoder(64, '\n'.bytes).encodeToString(keys.getCertificate('duijie').encoded)
    Files.writeString(place.resolve("${keystore.fileName}.pem"), "-----BEGIN CERTIFICATE-----\n$lines\n-----END CERTIFICATE-----\n")
  }
}
