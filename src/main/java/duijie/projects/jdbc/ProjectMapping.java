package duijie.projects.jdbc;

import duijie.projects.Column;
import duijie.projects.Project;
import duijie.regions.Region;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.vocabulary.Term;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between a project and its row. */
final class ProjectMapping {

  private ProjectMapping() {}

  static ProjectRow toRow(Project project) {
    var staffing = project.staffing();
    return new ProjectRow(
        project.id().value(),
        project.name(),
        project.state().name(),
        project.demonstration(),
        project.buyer(),
        project.region() == null ? null : project.region().value(),
        values(project.fields()),
        values(project.targetGroups()),
        values(project.methods()),
        project.need(),
        yuan(project.budget()),
        yuan(project.annualBudget()),
        project.termMonths(),
        name(project.regime()),
        project.procurementMethod(),
        name(project.pricing()),
        staffing.headcount(),
        staffing.licensed(),
        staffing.licensedShare(),
        staffing.headYears(),
        project.minimumGrade() == null ? null : project.minimumGrade().level(),
        project.demandsAnnualInspection(),
        project.demandsLocalRegistration(),
        project.smallFirmsOnly(),
        project.publishedOn(),
        project.respondBy(),
        project.contact(),
        project.phone(),
        project.source(),
        project.unreadable().stream().map(Column::name).sorted().toList(),
        project.extra());
  }

  static Project toProject(ProjectRow row) {
    return new Project(
        new Project.Id(row.id()),
        row.name(),
        Project.State.valueOf(row.state()),
        row.demonstration(),
        row.buyer(),
        row.region() == null ? null : new Region.Code(row.region()),
        terms(row.fields()),
        terms(row.targetGroups()),
        terms(row.methods()),
        row.need(),
        money(row.budget()),
        money(row.annualBudget()),
        row.termMonths(),
        row.regime() == null ? null : Project.Regime.valueOf(row.regime()),
        row.procurementMethod(),
        row.pricing() == null ? null : Project.PricingForm.valueOf(row.pricing()),
        new Project.Staffing(row.headcount(), row.licensed(), row.licensedShare(), row.headYears()),
        row.minimumGrade() == null ? null : EvaluationGrade.ofLevel(row.minimumGrade()),
        row.demandsAnnualInspection(),
        row.demandsLocalRegistration(),
        row.smallFirmsOnly(),
        row.publishedOn(),
        row.respondBy(),
        row.contact(),
        row.phone(),
        row.source(),
        row.unreadable().stream().map(Column::valueOf).collect(Collectors.toSet()),
        row.extra());
  }

  private static List<String> values(Collection<Term.Id> ids) {
    return ids.stream().map(Term.Id::value).toList();
  }

  private static Set<Term.Id> terms(List<String> values) {
    return values.stream().map(Term.Id::new).collect(Collectors.toSet());
  }

  private static @Nullable BigDecimal yuan(@Nullable Money money) {
    return money == null ? null : money.yuan();
  }

  private static @Nullable Money money(@Nullable BigDecimal yuan) {
    return yuan == null ? null : new Money(yuan);
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
