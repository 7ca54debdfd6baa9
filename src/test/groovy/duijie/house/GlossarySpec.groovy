package duijie.house

import duijie.accounts.Account
import duijie.accounts.Role
import duijie.agencies.Agency
import duijie.agencies.Claim
import duijie.agencies.Declaration
import duijie.agencies.Section
import duijie.agencies.Step
import duijie.audit.Entry
import duijie.calendar.ProcurementMethod
import duijie.calendar.StatutoryPeriod
import duijie.imports.Effect
import duijie.imports.Import
import duijie.projects.Clause
import duijie.projects.LintRule
import duijie.projects.Project
import duijie.sessions.Arrival
import duijie.sessions.BookingMode
import duijie.sessions.Guest
import duijie.sessions.Intent
import duijie.sessions.MeetingRequest
import duijie.sessions.PlannedMeeting
import duijie.sessions.Recorder
import duijie.sessions.Session
import duijie.sessions.Side
import duijie.sessions.TalkResult
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The glossary knows every Chinese word that the records show. */
class GlossarySpec extends Specification {

  @Shared
  String glossary = Files.readString(Path.of(System.getProperty('project.dir', '.'), 'docs/glossary.md'))

  def "every value of #type.name has its line"(Class<? extends Enum> type) {
    expect:
    type.enumConstants.findAll { !(glossary =~ /(?m)^\| ${java.util.regex.Pattern.quote(it.label())} \| `([a-z]+\.Column\.)?${it.name()}` \|$/) } == []

    where:
    type << [Project.State, Project.Regime, Project.PricingForm, Agency.State, Agency.OrganisationType, Agency.InspectionResult,
        Agency.CreditStanding, Role, Account.State, duijie.messages.News.Kind, Claim.State, Declaration.State, Declaration.Progress, Section, Step, Entry.Outcome, ProcurementMethod, StatutoryPeriod.Step, Clause.Kind, LintRule.Severity, Session.State, BookingMode, Guest.Origin, Guest.Standing, Arrival.How, PlannedMeeting.State, MeetingRequest.State, Side, TalkResult.Kind, Recorder, Intent.State, Intent.Step, Import.State, Effect, duijie.projects.Column, duijie.agencies.Column]
  }
}
