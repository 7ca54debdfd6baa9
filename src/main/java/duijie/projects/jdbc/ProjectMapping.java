package duijie.projects.jdbc;

import duijie.projects.Column;
import duijie.projects.Project;
import duijie.regions.Region;
import duijie.shared.EvaluationGrade;
import duijie.shared.jdbc.Columns;
import duijie.vocabulary.Term;

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
        Columns.texts(project.fields(), Term.Id::value),
        Columns.texts(project.targetGroups(), Term.Id::value),
        Columns.texts(project.methods(), Term.Id::value),
        project.need(),
        Columns.yuan(project.budget()),
        Columns.yuan(project.annualBudget()),
        project.termMonths(),
        Columns.name(project.regime()),
        project.procurementMethod(),
        Columns.name(project.pricing()),
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
        Columns.values(row.fields(), Term.Id::new),
        Columns.values(row.targetGroups(), Term.Id::new),
        Columns.values(row.methods(), Term.Id::new),
        row.need(),
        Columns.money(row.budget()),
        Columns.money(row.annualBudget()),
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
        Columns.values(row.unreadable(), Column::valueOf),
        row.extra());
  }
}
