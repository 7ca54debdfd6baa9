package duijie.server;

import duijie.accounts.Accounts;
import duijie.accounts.BreachedPasswords;
import duijie.accounts.OneTimeCodes;
import duijie.accounts.PasswordHashing;
import duijie.accounts.PasswordRules;
import duijie.accounts.SecondStep;
import duijie.accounts.SignInAttempts;
import duijie.accounts.SignIns;
import duijie.accounts.SigningIn;
import duijie.accounts.totp.CodesOfTelephones;
import duijie.agencies.Agencies;
import duijie.database.SecretFile;
import duijie.demonstration.Demonstration;
import duijie.demonstration.DemonstrationPeople;
import duijie.demonstration.yaml.Demonstrations;
import duijie.files.FileKinds;
import duijie.files.KeptFiles;
import duijie.files.VirusScan;
import duijie.files.command.Scans;
import duijie.files.tika.TikaKinds;
import duijie.indexing.IndexQueue;
import duijie.indexing.LiveIndex;
import duijie.matching.CurrentIndex;
import duijie.matching.FilteredMatching;
import duijie.matching.Matching;
import duijie.pages.Proxies;
import duijie.pages.SignInPage;
import duijie.pages.Trials;
import duijie.portal.HomeCounty;
import duijie.projects.Projects;
import duijie.projects.TypedProjects;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.FreeSpace;
import duijie.sheets.TypedProject;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages and the server work with, for the container. */
@Factory
final class Beans {

  /** What the server read while the database started, or else read now. */
  @Singleton
  Knowledge knowledge(
      Server.@Nullable Preloaded preloaded,
      @Nullable @Property(name = "duijie.rules") String rules) {
    return preloaded == null
        ? Knowledge.load(rules == null ? null : Path.of(rules), null)
        : preloaded.get();
  }

  @Singleton
  Regions regions(Knowledge knowledge) {
    return knowledge.regions();
  }

  @Singleton
  Vocabulary vocabulary(Knowledge knowledge) {
    return knowledge.book().vocabulary();
  }

  @Singleton
  TextAnalysis textAnalysis(Knowledge knowledge, Vocabulary vocabulary) {
    return knowledge.analyses().apply(vocabulary);
  }

  @Singleton
  Matching matching(Knowledge knowledge, CurrentIndex index, TextAnalysis analysis) {
    return new FilteredMatching(knowledge.book(), index, analysis);
  }

  @Singleton
  LiveIndex liveIndex(
      Matching matching,
      CurrentIndex index,
      Projects projects,
      Agencies agencies,
      IndexQueue queue) {
    return new LiveIndex(matching, index, projects, agencies, queue);
  }

  @Singleton
  SigningIn signingIn(
      Accounts accounts,
      PasswordHashing hashing,
      SignIns signIns,
      SignInAttempts attempts,
      SecondStep second,
      Clock clock) {
    return new SigningIn(accounts, hashing, signIns, attempts, second, clock);
  }

  @Singleton
  PasswordRules passwordRules() {
    return new PasswordRules(BreachedPasswords.shipped());
  }

  /** Where the site shows demonstration data, its sign-ins are for everybody. */
  @Singleton
  Trials trials(HomeCounty home) {
    var people =
        home.demonstration()
            ? DemonstrationPeople.ALL.stream().map(Beans::trial).toList()
            : List.<SignInPage.Trial>of();
    return () -> people;
  }

  private static SignInPage.Trial trial(DemonstrationPeople.Person person) {
    return new SignInPage.Trial(
        person.role().label(),
        person.signInName(),
        DemonstrationPeople.PASSWORD,
        person.organisation().name());
  }

  @Singleton
  TypedProjects typedProjects(Regions regions, Vocabulary vocabulary) {
    return new TypedProject(regions, vocabulary);
  }

  @Singleton
  KeptFiles keptFiles(@Nullable @Property(name = "duijie.uploads") String folder)
      throws IOException {
    var kept = new KeptFiles(uploads(folder));
    kept.sweep();
    return kept;
  }

  @Singleton
  FreeSpace freeSpace(@Nullable @Property(name = "duijie.uploads") String folder) {
    return FreeSpace.at(uploads(folder));
  }

  /** Beside the system's temporary files where there is no data folder. */
  private static Path uploads(@Nullable String folder) {
    return folder == null
        ? Path.of(
            System.getProperty("java.io.tmpdir"), "duijie-uploads-" + ProcessHandle.current().pid())
        : Path.of(folder);
  }

  @Singleton
  FileKinds fileKinds() {
    return TikaKinds.kinds();
  }

  @Singleton
  VirusScan virusScan(@Nullable @Property(name = "duijie.virus-scan") String program) {
    return Scans.of(program);
  }

  @Singleton
  Demonstration demonstration(Regions regions, Vocabulary vocabulary) {
    return Demonstrations.shipped(regions, vocabulary);
  }

  @Singleton
  HomeCounty homeCounty(
      @Property(name = "duijie.home-county", defaultValue = "510821") String code,
      @Property(name = "duijie.demonstration", defaultValue = "false") boolean demonstration) {
    return new HomeCounty(new Region.Code(code), demonstration);
  }

  @Singleton
  @Requires(missingBeans = Clock.class)
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }

  @Singleton
  Proxies proxies(@Nullable @Property(name = "duijie.proxies") List<String> addresses) {
    return addresses == null ? Proxies.NONE : Proxies.of(addresses);
  }

  /** Where there is no data folder, the key goes with the process. */
  @Singleton
  OneTimeCodes oneTimeCodes(@Nullable @Property(name = "duijie.secret-key") String file)
      throws IOException {
    byte[] key = new byte[CodesOfTelephones.KEY_BYTES];
    if (file == null) {
      new SecureRandom().nextBytes(key);
    } else {
      key = HexFormat.of().parseHex(SecretFile.read(Path.of(file), key.length));
    }
    return CodesOfTelephones.sealedWith(key);
  }
}
