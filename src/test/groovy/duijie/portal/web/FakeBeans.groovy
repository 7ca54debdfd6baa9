package duijie.portal.web

import duijie.regions.ChinaRegions
import duijie.regions.Regions
import duijie.sheets.WorkbookWriter
import duijie.sheets.poi.PoiWorkbooks
import io.micronaut.context.annotation.Factory
import io.micronaut.context.annotation.Primary
import io.micronaut.context.annotation.Requires
import jakarta.inject.Singleton

/** Stands in for index, vocabulary and matching, so that the pages' own doing is seen. */
@Factory
@Requires(property = 'spec.fakes')
class FakeBeans {

  @Singleton
  @Primary
  FakeVocabulary vocabulary() {
    new FakeVocabulary()
  }

  @Singleton
  @Primary
  FakeIndex index() {
    new FakeIndex()
  }

  @Singleton
  @Primary
  FakeMatching matching(FakeIndex index) {
    new FakeMatching(index: index)
  }

  @Singleton
  @Primary
  Regions regions() {
    ChinaRegions.shipped()
  }

  @Singleton
  @Primary
  WorkbookWriter writer(Regions regions, FakeVocabulary vocabulary) {
    PoiWorkbooks.writer(regions, vocabulary)
  }
}
