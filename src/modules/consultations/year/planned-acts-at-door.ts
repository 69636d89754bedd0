import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { formatMonth } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { SubjectKind } from '#platform/subjects/subject.ts'
import type { FollowedKind, HappeningWords } from '#platform/subscriptions/followed-kind.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findActAt, holdAct, listActSubjects, restoreAct, takeAct } from './act-office-queries.ts'
import { lastOfMonth } from './period-rules.ts'
import { plannedActColumns, registerTexts } from './register-texts.ts'
import { inEvery, yearTexts } from './texts.ts'
import { actUrl, yearOfficeUrls } from './urls.ts'
import { findPlannedActs, listActFiling, listPublicActIds, type PlannedAct } from './year-queries.ts'
import { PLANNED_ACT_KIND, readActName, readYear } from './year-rules.ts'
import { periodWords } from './year-words-texts.ts'

/** What others may know of a planned act when they hold its reference. */
export const plannedActSubjects: Record<string, SubjectKind> = {
  [PLANNED_ACT_KIND]: {
    name: inEvery((t) => t.page.act),
    readers: may['year-plans.read'],
    documentWriters: may['year-plans.write'],
    find: async ({ db }: Services, lang: Lang, ids: readonly string[]) =>
      (await listActSubjects(db, ids)).map(({ id, institutionId, title, titleEn, state, ...act }) => ({
        ref: refOf(PLANNED_ACT_KIND, id),
        institutionId,
        title: lang === 'en' ? (titleEn ?? title) : title,
        lang: lang === 'en' && titleEn !== null ? ('en' as const) : ('sq' as const),
        officeHref: yearOfficeUrls.act(id),
        publicHref: state === 'published' ? actUrl(act) : null,
        life: { step: 'planned-act' as const, on: null },
      })),
  },
}

/** Found by its title, by who proposes it and by the note. */
export const plannedActSearch: SearchSource = {
  subjectKind: PLANNED_ACT_KIND,
  kinds: { 'planned-act': inEvery((t) => t.page.followedKind) },
  states: {
    planned: inEvery((t) => t.page.searchStates.planned),
    adopted: inEvery((t) => t.page.searchStates.adopted),
    dropped: inEvery((t) => t.page.searchStates.dropped),
  },
  async find(db, ids) {
    const [acts, filing] = await Promise.all([findPlannedActs(db, 'sq', ids), listActFiling(db, ids)])
    const filed = new Map(filing.map((one) => [one.id, one]))
    return acts.map((act) => documentOf(act, filed.get(act.id)))
  },
  idsAfter: listPublicActIds,
}

function documentOf(act: PlannedAct, filed: { topics: string[]; places: string[] } | undefined): SearchDocument {
  const subject = refOf(PLANNED_ACT_KIND, act.id)
  const said = [act.proposer, act.decidingBody, act.note, act.adoptedReference, act.dropReason]
  return {
    subject,
    part: '',
    matter: subject,
    kind: 'planned-act',
    institutionId: act.institutionId,
    lang: 'sq',
    title: act.titleSq,
    heading: yearTexts('sq').page.page.kicker(act.year, act.number),
    body: said.filter(Boolean).join('\n'),
    translated: act.titleEn === null ? null : { lang: 'en', title: act.titleEn, body: '' },
    numbers: [],
    href: actUrl(act),
    publishedAt: act.publishedAt,
    changedAt: act.changedAt,
    day: civilDateIn(act.zone, act.publishedAt),
    state: act.droppedAt !== null ? 'dropped' : act.adoptedOn !== null ? 'adopted' : 'planned',
    topics: filed?.topics ?? [],
    places: filed?.places ?? [],
    // Its month is no deadline: what runs out is the window of its consultation.
    dueOn: null,
  }
}

/** Months stand among the facts as first days; whoever reads the sentence reads them in words. */
function worded(lang: Lang): Record<string, HappeningWords> {
  const month = (date: string | undefined) => (date ? formatMonth(lang, date, { year: true }) : '')
  return Object.fromEntries(
    Object.entries(yearTexts(lang).happenings).map(([kind, words]): [string, HappeningWords] => {
      if (kind === 'postponed' || kind === 'brought-forward')
        return [`consultations.act-${kind}`, (facts) => words({ from: month(facts.from), to: month(facts.to) })]
      if (kind === 'planned' || kind === 'added')
        return [
          `consultations.act-${kind}`,
          ({ from, to }) => words({ due: from && to ? periodWords(lang, { from, to }, 0) : '' }),
        ]
      return [`consultations.act-${kind}`, (facts) => words({ ...facts })]
    }),
  )
}

/** Planned acts as people follow them: before there is a draft, and until it is adopted. */
export const followedPlannedActs: FollowedKind = {
  subjectKind: PLANNED_ACT_KIND,
  happenings: { sq: worded('sq'), en: worded('en') },
  daysOf: async (db, lang, ids) =>
    (await findPlannedActs(db, lang, ids)).flatMap((act) =>
      act.dueFrom === null || act.dueTo === null
        ? []
        : [
            {
              matter: refOf(PLANNED_ACT_KIND, act.id),
              uid: `planned-act-${act.id}`,
              sequence: act.version,
              stamp: act.changedAt,
              at: { day: act.dueFrom, to: lastOfMonth(act.dueTo) },
              summary: yearTexts(lang).page.days.due(act.title),
              url: actUrl(act),
              cancelled: act.droppedAt !== null,
            },
          ],
    ),
}

/** The register of planned acts as open data, from what everybody may read. */
export const plannedActRegister: Dataset = viewDataset({
  ...registerTexts,
  name: 'aktet-e-planifikuara',
  themes: ['GOVE'],
  licence: 'CC0-1.0',
  institutionId: null,
  columns: plannedActColumns,
  primaryKey: ['id'],
  filters: ['institution', 'year'],
  frequency: 'CONT',
  countries: ['AL', 'XK'],
  view: 'consultations.open_planned_acts',
  day: 'due_from',
  feedTitle: 'title',
  kinds: [PLANNED_ACT_KIND],
})

const ADDRESS = /^\/konsultime\/plani\/(\d{4})\/([a-z0-9-]+?)(?:\.json)?$/

/** It leaves every published view; its number in the plan stays taken. */
export const plannedActTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    const act = await holdAct(tx, id)
    if (!act) return 'no-such-record'
    if (act.state !== 'published') return 'not-public'
    await takeAct(tx, id, at)
    return 'taken-down'
  },
  async lift(tx, _services, { id, at }) {
    if ((await holdAct(tx, id))?.state !== 'taken-down') return 'no-such-record'
    await restoreAct(tx, id, at)
    return 'lifted'
  },
  async recordsAt({ db }: Services, path: string) {
    const [, year = '', name = ''] = ADDRESS.exec(path) ?? []
    const [of, asked] = [readYear(year), readActName(name)]
    const id = of !== null && asked ? await findActAt(db, { ...asked, year: of }) : null
    return id === null ? [] : [refOf(PLANNED_ACT_KIND, id)]
  },
  publicName: (_services: Services, lang: Lang) => Promise.resolve(yearTexts(lang).page.act),
}
