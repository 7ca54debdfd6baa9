package duijie.server;

import duijie.database.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key and the certificate by which the server is known over TLS, in a file of the format
 * PKCS#12.
 *
 * @param password the one of the file and of the key in it
 */
public record Keystore(Path file, String password) {

  private static final Logger LOG = LoggerFactory.getLogger(Keystore.class);

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** So long before its end a certificate is worth a word in the log. */
  private static final Duration SOON = Duration.ofDays(21);

  /** Without the password: what is printed ends up in a log. */
  @Override
  public String toString() {
    return "Keystore[" + file + "]";
  }

  /** What keeps it from being used at this moment, if anything does. */
  Optional<CannotStart> problem(Instant now) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return wrong("没有这个密钥库文件，或无法读取", "there is no such keystore, or it cannot be read");
    }
    try (var in = Files.newInputStream(file)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password.toCharArray());
      for (var alias : Collections.list(keys.aliases())) {
        if (keys.isKeyEntry(alias)
            && keys.getKey(alias, password.toCharArray()) != null
            && keys.getCertificate(alias) instanceof X509Certificate certificate) {
          return validity(certificate, now);
        }
      }
      return wrong("密钥库里没有私钥和证书", "the keystore holds no private key with its certificate");
    } catch (IOException e) {
      return e.getCause() instanceof UnrecoverableKeyException
          ? wrongPassword()
          : wrong("不是 PKCS#12 格式的密钥库", "this is no keystore in the format PKCS#12");
    } catch (UnrecoverableKeyException e) {
      return wrongPassword();
    } catch (GeneralSecurityException e) {
      return wrong("不是 PKCS#12 格式的密钥库", "this is no keystore in the format PKCS#12");
    }
  }

  private Optional<CannotStart> validity(X509Certificate certificate, Instant now) {
    var end = certificate.getNotAfter().toInstant();
    var day = end.atZone(CHINA).toLocalDate();
    if (now.isAfter(end)) {
      return wrong("证书已于 " + day + " 到期，请换新证书", "the certificate ended on " + day);
    }
    var begin = certificate.getNotBefore().toInstant();
    if (now.isBefore(begin)) {
      var first = begin.atZone(CHINA).toLocalDate();
      return wrong("证书从 " + first + " 起才有效", "the certificate is not valid before " + first);
    }
    if (now.plus(SOON).isAfter(end)) {
      LOG.warn("the certificate in {} ends on {}", file, day);
    }
    return Optional.empty();
  }

  private Optional<CannotStart> wrongPassword() {
    if (password.isEmpty()) {
      return wrong(
          "还没有给密码，请设置环境变量 DUIJIE_KEYSTORE_PASSWORD",
          "no password is given; set the variable DUIJIE_KEYSTORE_PASSWORD");
    }
    return wrong(
        "密码不对，请检查环境变量 DUIJIE_KEYSTORE_PASSWORD",
        "the password is wrong; see the variable DUIJIE_KEYSTORE_PASSWORD");
  }

  private Optional<CannotStart> wrong(String chinese, String english) {
    return Optional.of(
        new CannotStart("keystore", file + "：" + chinese + "。", file + ": " + english + "."));
  }
}
