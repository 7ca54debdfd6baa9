package duijie.projects.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A publication as the table publication holds it; the migrations describe each column. */
@MappedEntity("publication")
record PublicationRow(
    @Id UUID id,
    String owner,
    String kind,
    @Nullable String project,
    String reason,
    boolean affecting,
    @TypeDef(type = DataType.JSON) Map<String, String> typed,
    @TypeDef(type = DataType.JSON) Map<String, String> clauses,
    String stage,
    int version,
    @Nullable String note) {}
