package duijie.server;

import duijie.calendar.Calendars;
import duijie.calendar.HolidaySchedules;
import duijie.demonstration.Demonstration;
import duijie.demonstration.yaml.Demonstrations;
import duijie.matching.CandidateIndex;
import duijie.matching.FilteredMatching;
import duijie.matching.Matching;
import duijie.portal.HomeCounty;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
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
  Calendars calendars(HolidaySchedules loaded) {
    return new Calendars(Adapters.shippedHolidays(), loaded);
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
  Matching matching(Knowledge knowledge, CandidateIndex index, TextAnalysis analysis) {
    return new FilteredMatching(knowledge.book(), index, analysis);
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
}
