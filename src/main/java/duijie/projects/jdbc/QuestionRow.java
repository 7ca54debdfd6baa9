package duijie.projects.jdbc;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question as the table question holds it; the migrations describe each column. */
@MappedEntity("question")
record QuestionRow(
    @Id UUID id,
    String project,
    String asker,
    UUID askedBy,
    String text,
    Instant askedAt,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    @Nullable Instant correctedAt,
    int version) {}
