import { calendarOf } from '#law/calendar/calendar.ts'
import { reckon } from '#law/clocks/reckon.ts'
import type { CivilDate } from '#law/days.ts'
import { findRule } from '#law/rules/rules.ts'
import { explain, type Explanation } from '#platform/deadlines/explanation/explanation-rules.ts'
import { DeadlineBadge, DeadlineLine } from './deadline-badge.tsx'
import type { Example } from './example.ts'
import { ExplanationBox, SourceLink } from './explanation.tsx'

/** A date of the law floor itself, so that the gallery shows what people read. */
function explanationOf(id: string, from: CivilDate): Explanation | null {
  const rule = findRule(id)
  if (!rule?.terms) return null
  const reckoned = reckon(rule.terms, from, calendarOf(rule.jurisdiction))
  return explain('sq', { rule, terms: rule.terms, reckoned })
}

export const deadlineExamples: readonly Example[] = [
  {
    component: 'DeadlineBadge',
    name: 'me shpjegimin e hapur',
    render: () => (
      <DeadlineBadge
        lang="sq"
        label="Përgjigjja deri më"
        date="10 dhjetor 2026"
        daysLeft="Edhe 18 ditë"
        tone="plain"
        explanation={explanationOf('AL-FOI-ANSWER', '2026-11-20')}
        open
        rule={{ href: '#', label: 'Rregulli i plotë: AL-FOI-ANSWER' }}
      />
    ),
  },
  {
    component: 'DeadlineBadge',
    name: 'Kosovë, dy lexime',
    render: () => (
      <DeadlineBadge
        lang="sq"
        label="Përgjigjja deri më"
        date="10 prill 2026"
        workBy="8 prill 2026"
        daysLeft="Edhe 2 ditë"
        tone="warning"
        explanation={explanationOf('XK-FOI-ANSWER', '2026-04-02')}
      />
    ),
  },
  {
    component: 'DeadlineBadge',
    name: 'me vonesë',
    render: () => (
      <DeadlineBadge
        lang="sq"
        label="Përgjigjja deri më"
        date="19 nëntor 2026"
        daysLeft="Me vonesë 3 ditë"
        tone="late"
        explanation={explanationOf('AL-FOI-ANSWER', '2026-11-05')}
      />
    ),
  },
  {
    component: 'DeadlineBadge',
    name: 'i pezulluar',
    render: () => (
      <DeadlineBadge lang="sq" label="Vendimi deri më" date="2 dhjetor 2026" daysLeft="I pezulluar" tone="paused" />
    ),
  },
  {
    component: 'DeadlineBadge',
    name: 'i kryer',
    render: () => (
      <DeadlineBadge lang="sq" label="Përgjigjja deri më" date="10 dhjetor 2026" daysLeft="U përmbush" tone="done" />
    ),
  },
  {
    component: 'DeadlineLine',
    name: 'në një listë',
    render: () => (
      <ul class="govuk-list">
        <li>
          <DeadlineLine date="10 dhjetor 2026" daysLeft="Edhe 18 ditë" tone="plain" />
        </li>
        <li>
          <DeadlineLine date="24 nëntor 2026" daysLeft="Edhe 2 ditë" tone="warning" mark="burim dytësor" />
        </li>
        <li>
          <DeadlineLine date="19 nëntor 2026" daysLeft="Me vonesë 3 ditë" tone="late" />
        </li>
        <li>
          <DeadlineLine date="2 dhjetor 2026" daysLeft="I pezulluar" tone="paused" />
        </li>
        <li>
          <DeadlineLine date="18 nëntor 2026" daysLeft="U përmbush" tone="done" />
        </li>
      </ul>
    ),
  },
  {
    component: 'ExplanationBox',
    name: 'mbrapsht nga dita e mbledhjes',
    render: () => {
      const explanation = explanationOf('AL-LSG-NOTICE', '2026-12-04')
      return explanation ? <ExplanationBox lang="sq" explanation={explanation} /> : <></>
    },
  },
  {
    component: 'SourceLink',
    name: 'një burim që hapet dhe një që nuk hapet',
    render: () => (
      <ul class="govuk-list">
        <li>
          <SourceLink source="bashkiashkoder.gov.al/standartet-dhe-procedurat-e-kerkeses/" />
        </li>
        <li>
          <SourceLink source="konsultimet.rks-gov.net (faqja e standardeve)" />
        </li>
      </ul>
    ),
  },
]
