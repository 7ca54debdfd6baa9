package duijie.projects.jdbc;

import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** Who follows which project, as the table following holds it. */
@MappedEntity("following")
record FollowingRow(@EmbeddedId Key key) {

  /** Both together. */
  @io.micronaut.data.annotation.Embeddable
  record Key(UUID account, String project) {}
}
