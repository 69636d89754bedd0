import { formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { textsIn } from '../texts.ts'
import type { Activity, Audience, Resources, Responses, Scope, Timeline } from './content-rules.ts'
import { daysWords, dayWords } from './partial-day-texts.ts'

/** Sections 1 to 4 of the form with what was written in them. A part that says nothing is left out. */

type Row = readonly (readonly string[])[]

export const heading = (id: string, words: string): FormBlock => ({ kind: 'heading', level: 3, id, words })

/** A list under its own name, where it has rows. */
export const table = (id: string, caption: string, head: readonly string[], rows: readonly Row[]): FormBlock[] =>
  rows.length === 0 ? [] : [heading(id, caption), { kind: 'table', caption, head, rows }]

export const facts = (rows: readonly (readonly [string, string | null])[]): FormBlock[] => {
  const told = rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))
  return told.length === 0 ? [] : [{ kind: 'facts', rows: told }]
}

const said = (...words: (string | null)[]): string[] => words.filter((one) => one !== null)

export function scopeBlocks(lang: Lang, scope: Scope): FormBlock[] {
  const texts = textsIn(lang)
  const t = texts.plans.form
  const { title, titleEn, actKind, periods, audiences, coordinator } = scope
  const columns = t.scope.columns
  return [
    ...facts([
      [t.scope.title, title],
      [texts.plans.fields.titleEn, titleEn],
      [t.scope.actKind, texts.actKinds[actKind]],
      [
        t.scope.periods,
        periods.length === 0
          ? null
          : periods.map(({ what, from, to }) => `${what}: ${from}${to === null ? '' : `–${to}`}`).join('; '),
      ],
    ]),
    ...table(
      'audiencat',
      t.scope.table,
      [columns.audience, columns.type, columns.methods, columns.channels],
      audiences.map((audience) => audienceRow(lang, audience)),
    ),
    ...plannedTable(lang, audiences),
    ...facts([
      [t.scope.coordinator, coordinator.role],
      [t.scope.address, coordinator.address],
    ]),
  ]
}

function audienceRow(lang: Lang, audience: Audience): Row {
  const t = textsIn(lang).plans.form
  return [
    [audience.name, ...audience.categories.map((one) => t.categories[one]), ...audience.otherCategories],
    [t.types[audience.type]],
    [...audience.methods.map((one) => t.methods[one]), ...audience.otherMethods, ...said(audience.methodsNote)],
    [...audience.channels.map((one) => t.channels[one]), ...audience.otherChannels, ...said(audience.channelsNote)],
  ]
}

function plannedTable(lang: Lang, audiences: readonly Audience[]): FormBlock[] {
  const t = textsIn(lang).plans.form
  const { audience: of, activity, count } = t.scope.plannedColumns
  const rows = audiences.flatMap(({ name, planned }) =>
    planned.map((one): Row => [[name], [t.activityKinds[one.kind], ...said(one.words)], [formatNumber(one.count)]]),
  )
  const all = audiences.flatMap(({ planned }) => planned).reduce((sum, one) => sum + one.count, 0)
  return table(
    'te-planifikuara',
    t.scope.plannedTitle,
    [of, activity, count],
    [...rows, ...(rows.length > 1 ? [[[t.scope.plannedTotal], [], [formatNumber(all)]]] : [])],
  )
}

export function timelineBlocks(lang: Lang, timeline: Timeline): FormBlock[] {
  const texts = textsIn(lang)
  const t = texts.plans.form.timeline
  const { orderColumns: order, groupColumns: group, activityColumns: activity } = t
  return [
    ...table(
      'urdhrat',
      t.orders,
      [order.order, order.date, order.subject],
      timeline.orders.map((one) => [
        [t.order(one.issuer, one.number)],
        [one.date === null ? texts.unknownDate : dayWords(lang, one.date)],
        [one.subject],
      ]),
    ),
    ...table(
      'grupet',
      t.groups,
      [group.group, group.chair, group.order, group.members],
      timeline.groups.map((one) => [[one.name], said(one.chair), said(one.order), one.members]),
    ),
    ...facts([[t.secretariat, timeline.secretariat]]),
    ...table(
      'aktivitetet',
      t.activities,
      [activity.when, activity.activity, activity.who, activity.outcome],
      timeline.activities.map((one) => activityRow(lang, one)),
    ),
    ...listed('dokumentet', t.inputs, timeline.inputs),
    ...listed(
      'rruget',
      t.tracks,
      timeline.tracks.map(({ institution, words }) => (institution === null ? words : `${institution}: ${words}`)),
    ),
  ]
}

const listed = (id: string, caption: string, items: readonly string[]): FormBlock[] =>
  items.length === 0 ? [] : [heading(id, caption), { kind: 'list', items }]

function activityRow(lang: Lang, one: Activity): Row {
  const texts = textsIn(lang)
  const { timeline: t, activityKinds } = texts.plans.form
  const named = (label: string, value: string | null): string | null => (value === null ? null : `${label}: ${value}`)
  return [
    [daysWords(lang, one.from, one.to) ?? texts.unknownDate, ...said(one.place)],
    [`${activityKinds[one.kind]}, ${one.held ? t.held : t.planned}`, one.topic],
    said(
      named(t.organiser, one.organiser),
      named(t.supporter, one.supporter),
      named(t.moderator, one.moderator),
      named(t.participants, one.participants),
    ),
    said(one.outcome),
  ]
}

export function resourceBlocks(lang: Lang, resources: Resources): FormBlock[] {
  const t = textsIn(lang).plans.form.resources
  const { peopleColumns: people, moneyColumns: money, equipmentColumns: equipment } = t
  return [
    ...table(
      'njerezit',
      t.people,
      [people.role, people.unit, people.order],
      resources.people.map((one) => [[one.role], said(one.unit), said(one.order)]),
    ),
    ...table(
      'parate',
      t.money,
      [money.donor, money.project, money.covers, money.amount],
      resources.money.map((one) => [
        [one.donor],
        said(one.project),
        said(one.covers),
        [one.amount === null ? t.unknownAmount : said(formatNumber(one.amount), one.currency).join(' ')],
      ]),
    ),
    ...table(
      'pajisjet',
      t.equipment,
      [equipment.item, equipment.provider],
      resources.equipment.map((one) => [[one.item], said(one.provider)]),
    ),
  ]
}

export function responseBlocks(lang: Lang, responses: Responses): FormBlock[] {
  const t = textsIn(lang).plans.form
  const { kind, name, address } = t.responses.columns
  return [
    ...table(
      'kanalet',
      t.responses.channels,
      [kind, name, address],
      responses.channels.map((one) => [[t.responseKinds[one.kind]], said(one.name), said(one.address)]),
    ),
    ...facts([[t.responses.words, responses.words]]),
  ]
}
