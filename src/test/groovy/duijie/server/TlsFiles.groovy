package duijie.server

import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

/** Keystores made by the JDK's own keytool. */
class TlsFiles {

  static final String PASSWORD = 'wangcang-tls'

  /** One for this machine, valid from a day (such as `-1d`) on for so many days. */
  static Path keystore(Path folder, String name = 'tls', String from = '-1d', int days = 30) {
    def file = folder.resolve("${name}.p12")
    def keytool = Path.of(System.getProperty('java.home'), 'bin', 'keytool').toString()
    def process = new ProcessBuilder(keytool, '-genkeypair', '-alias', 'duijie', '-keyalg', 'EC', '-groupname', 'secp256r1', '-dname', 'CN=localhost',
        '-ext', 'san=dns:localhost,ip:127.0.0.1', '-startdate', from, '-validity', days as String,
        '-storetype', 'PKCS12', '-keystore', file.toString(), '-storepass', PASSWORD).redirectErrorStream(true).start()
    def said = process.inputStream.text
    assert process.waitFor() == 0: said
    file
  }

  /** What trusts this keystore's certificate, and can show it. */
  static SSLContext context(Path keystore) {
    def keys = KeyStore.getInstance('PKCS12')
    Files.newInputStream(keystore).withCloseable { keys.load(it, PASSWORD.toCharArray()) }
    def shown = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
    shown.init(keys, PASSWORD.toCharArray())
    def trusted = KeyStore.getInstance('PKCS12')
    trusted.load(null, null)
    trusted.setCertificateEntry('duijie', keys.getCertificate('duijie'))
    def trust = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
    trust.init(trusted)
    def context = SSLContext.getInstance('TLS')
    context.init(shown.keyManagers, trust.trustManagers, null)
    context
  }
}
