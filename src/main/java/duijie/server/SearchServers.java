package duijie.server;

import duijie.database.CannotStart;
import duijie.matching.SearchCluster;
import duijie.matching.SearchCluster.SignIn;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of search servers: {@code DUIJIE_ELASTICSEARCH_URL} and its like. All
 * that makes no sense is told at once.
 */
public final class SearchServers {

  private static final String URL = "DUIJIE_ELASTICSEARCH_URL";
  private static final String AUTHORITY = "DUIJIE_ELASTICSEARCH_CA";
  private static final String KEY = "DUIJIE_ELASTICSEARCH_API_KEY";
  private static final String USER = "DUIJIE_ELASTICSEARCH_USER";
  private static final String PASSWORD = "DUIJIE_ELASTICSEARCH_PASSWORD";
  private static final String INDEX = "DUIJIE_ELASTICSEARCH_INDEX";
  private static final String SHARDS = "DUIJIE_ELASTICSEARCH_SHARDS";
  private static final String REPLICAS = "DUIJIE_ELASTICSEARCH_REPLICAS";

  private static final String PLAIN_NAME = "duijie";
  private static final int MOST_SHARDS = 64;
  private static final int MOST_REPLICAS = 9;

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Function<String, @Nullable String> variables;
  private final List<String> chinese = new ArrayList<>();
  private final List<String> english = new ArrayList<>();

  private SearchServers(Function<String, @Nullable String> variables) {
    this.variables = variables;
  }

  /**
   * What the variables of the process say; nothing where no server is named.
   *
   * @throws CannotStart with a sentence for each variable that makes no sense
   */
  public static Optional<SearchCluster> configured() {
    return of(System::getenv);
  }

  /** What these variables say, by their names. */
  static Optional<SearchCluster> of(Function<String, @Nullable String> variables) {
    return new SearchServers(variables).read();
  }

  private Optional<SearchCluster> read() {
    var addresses = text(URL).map(this::addresses).orElse(List.of());
    if (text(URL).isEmpty()) {
      for (var variable : List.of(AUTHORITY, KEY, USER, PASSWORD, INDEX, SHARDS, REPLICAS)) {
        if (text(variable).isPresent()) {
          wrong(
              variable,
              "只有设置了 " + URL + " 才有意义；请一并设置，或去掉它",
              "means nothing without " + URL + ": set that, too, or take this one away");
        }
      }
    }
    var sign = sign(addresses);
    var cluster =
        new SearchCluster(
            addresses,
            text(AUTHORITY).map(this::file).orElse(null),
            sign,
            text(INDEX).map(this::name).orElse(PLAIN_NAME),
            number(SHARDS, 1, MOST_SHARDS),
            number(REPLICAS, 0, MOST_REPLICAS));
    if (!chinese.isEmpty()) {
      throw new CannotStart(
          "search-servers", String.join("\n", chinese), String.join("\n", english));
    }
    return addresses.isEmpty() ? Optional.empty() : Optional.of(cluster);
  }

  private List<URI> addresses(String listed) {
    var addresses = new ArrayList<URI>();
    for (var text : listed.split(",")) {
      var address = address(text.strip());
      if (address == null) {
        wrong(
            URL,
            "应为检索服务器的地址，几个之间用逗号分开，例如 https://es1.example.gov.cn:9200；“" + text.strip() + "”不是",
            "is to be addresses of search servers with commas between them, such as"
                + " https://es1.example.gov.cn:9200; '"
                + text.strip()
                + "' is none");
      } else {
        addresses.add(address);
      }
    }
    return addresses;
  }

  private static @Nullable URI address(String text) {
    try {
      var uri = URI.create(text.replaceAll("/+$", ""));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain =
          uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getRawUserInfo() == null
              && "".equals(uri.getRawPath());
      return web && plain && uri.getHost() != null ? uri : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private @Nullable SignIn sign(List<URI> addresses) {
    var key = text(KEY);
    var user = text(USER);
    var password = Optional.ofNullable(variables.apply(PASSWORD)).filter(p -> !p.isEmpty());
    if (key.isPresent() && user.isPresent()) {
      wrong(
          KEY,
          "与 " + USER + " 只能设置一个",
          "and " + USER + " exclude each other: take one of them away");
    }
    if (user.isPresent() != password.isPresent()) {
      wrong(
          user.isPresent() ? PASSWORD : USER,
          "也要设置：用户名和口令缺一不可",
          "is to be set, too: a user goes with a password");
    }
    if ((key.isPresent() || user.isPresent())
        && addresses.stream().anyMatch(SearchServers::readByOthers)) {
      wrong(
          URL,
          "应以 https:// 开头：密钥和口令不能明文发给别的机器",
          "is to begin with https://: keys and passwords are not sent to other machines in plain"
              + " text");
    }
    if (key.isPresent()) {
      return new SignIn.Key(key.get());
    }
    return user.isPresent() && password.isPresent()
        ? new SignIn.Password(user.get(), password.get())
        : null;
  }

  private static boolean readByOthers(URI address) {
    return "http".equals(address.getScheme()) && !THIS_MACHINE.contains(address.getHost());
  }

  private @Nullable Path file(String name) {
    var file = Path.of(name);
    if (Files.isReadable(file) && !Files.isDirectory(file)) {
      return file;
    }
    wrong(
        AUTHORITY,
        "应为检索服务器所用 CA 证书的文件（PEM）；“" + name + "”无法读取",
        "is to be the file (PEM) of the certificate of whoever vouches for the search servers; '"
            + name
            + "' cannot be read");
    return null;
  }

  private String name(String text) {
    if (!text.matches("[a-z][a-z0-9_]{0,39}")) {
      wrong(
          INDEX,
          "应为 1 到 40 个小写字母、数字或下划线，以字母开头",
          "is to be 1 to 40 lower-case letters, digits or underscores, a letter first");
    }
    return text;
  }

  private int number(String variable, int least, int most) {
    var text = text(variable);
    if (text.isEmpty()) {
      return 1;
    }
    if (text.get().matches("\\d{1,3}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong(
        variable,
        "应为 " + least + " 到 " + most + " 的整数",
        "is to be a whole number from " + least + " to " + most);
    return 1;
  }

  private Optional<String> text(String variable) {
    return Optional.ofNullable(variables.apply(variable))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private void wrong(String variable, String said, String words) {
    chinese.add("环境变量 " + variable + " " + said + "。");
    english.add(variable + " " + words + ".");
  }
}
