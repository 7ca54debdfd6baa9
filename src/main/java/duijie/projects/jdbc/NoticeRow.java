package duijie.projects.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice as the table notice holds it; the migrations describe each column. */
@MappedEntity("notice")
record NoticeRow(
    @Id UUID id,
    String project,
    int number,
    String kind,
    String owner,
    @Nullable UUID publication,
    @TypeDef(type = DataType.JSON) Map<String, String> typed,
    @TypeDef(type = DataType.JSON) Map<String, String> clauses,
    String reason,
    Instant publishedAt) {}
