package duijie.server;

import duijie.database.CannotStart;
import duijie.portal.HomeCounty;
import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;

/** What is done between the migration of the database and the first answer. */
record Preparation(ApplicationContext context) {

  /**
   * Sees that what was said of mail and of search servers makes sense, opens the database,
   * completes the demonstration data where it is one for that, and builds the index.
   */
  void run(boolean demonstration, LocalDate today) {
    var unused = MailBeans.settings(context.getEnvironment());
    var unusedServers = SearchBeans.servers(context.getEnvironment());
    var folder = context.getBean(FolderRecord.class);
    folder.open(demonstration, context.getBean(HomeCounty.class).code());
    if (demonstration) {
      if (!folder.demonstration()) {
        throw new CannotStart(
            "not-a-demonstration-database",
            "这个数据库不是为演示建立的，为免混入演示数据，不予使用。",
            "This database was not made for demonstration and stays free of demonstration data.");
      }
      // Some of the projects are those of a bureau that signs in.
      context.getBean(FirstAccounts.class).demonstration();
      context.getBean(DemonstrationFill.class).complete(today);
    }
    context.getBean(IndexKeeper.class).build();
    context.getBean(SearchEngine.class).prepare();
  }
}
