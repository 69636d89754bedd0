import { formatDate, formatDay, formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { presentAt, type MeetingFacts, type MinutesFacts } from '../record/minutes-fact-rules.ts'
import { attendanceBlocks, voteBlocks } from './annex-texts.ts'
import { happenedBlocks, itemBlocks } from './item-texts.ts'
import { documentTexts, paragraphs, sayingOf, type Saying } from './saying-texts.ts'

/** What the meeting is called: "Mbledhja e zakonshme nr. 4/2026". */
export function meetingName(lang: Lang, { jurisdiction, kind, number }: MeetingFacts): string {
  const t = documentTexts(lang)
  return t.meetingName(lang === 'sq' ? t.country[jurisdiction].the : t.country[jurisdiction].one, t.kinds[kind], number)
}

export const minutesTitle = (lang: Lang, { meeting }: MinutesFacts): string =>
  documentTexts(lang).title(
    meetingName(lang, meeting),
    meeting.body,
    meeting.day === null ? '–' : formatDate(lang, meeting.day),
  )

export type Standing =
  { state: 'draft' } | { state: 'proposed' } | { state: 'approved'; on: string; where: string | null }

/** The minutes from the first line to the last annex. `whole`: with what was said behind closed doors. */
export function minutesBlocks(lang: Lang, facts: MinutesFacts, standing: Standing, whole: boolean): FormBlock[] {
  const say = sayingOf(lang, facts, whole)
  const { t } = say
  return [
    ...(whole ? [{ kind: 'note', label: t.notPublicLabel, words: t.notPublic, ours: true } as const] : []),
    ...standingBlocks(lang, standing),
    ...headBlocks(say, facts),
    ...openingBlocks(say, facts),
    ...facts.items.flatMap((item) => itemBlocks(say, item, facts.moves)),
    ...besideBlocks(say, facts),
    ...endingBlocks(say, facts),
    ...attendanceBlocks(say, facts.members),
    ...voteBlocks(say, facts),
  ]
}

function standingBlocks(lang: Lang, standing: Standing): FormBlock[] {
  const t = documentTexts(lang)
  if (standing.state === 'approved')
    return [{ kind: 'paragraph', words: t.approvedIn(formatDate(lang, standing.on), standing.where) }]
  const words = t.proposed
  return [{ kind: 'note', label: standing.state === 'draft' ? t.draft : t.proposedLabel, words, ours: true }]
}

function headBlocks({ lang, t }: Saying, { meeting, members, chairs, quorum }: MinutesFacts): FormBlock[] {
  const moment = (at: string | null) => (at === null ? t.none : formatMoment(lang, new Date(at), meeting.zone))
  const opening = firstPresence(members)
  return [
    {
      kind: 'facts',
      rows: [
        { label: t.facts.body, value: meeting.body },
        { label: t.facts.day, value: meeting.day === null ? t.none : formatDate(lang, meeting.day) },
        ...(meeting.place === null ? [] : [{ label: t.facts.place, value: meeting.place }]),
        { label: t.facts.opened, value: moment(meeting.openedAt) },
        { label: t.facts.closed, value: moment(meeting.closedAt) },
        ...(chairs[0] ? [{ label: t.facts.chair, value: chairs[0].name }] : []),
        { label: t.facts.present, value: t.presentOf(opening, quorum?.members ?? members.length) },
        ...(quorum ? [{ label: t.facts.quorum, value: t.quorum(quorum.needed, quorum.members) }] : []),
      ],
    },
  ]
}

/** Who was there at the first roll call. */
function firstPresence(members: MinutesFacts['members']): number {
  const first = members.flatMap(({ stretches }) => stretches.map(({ from }) => from)).toSorted()[0]
  return first === undefined ? 0 : presentAt(members, first)
}

function openingBlocks(say: Saying, facts: MinutesFacts): FormBlock[] {
  const { lang, t, at } = say
  const { meeting, members, chairs } = facts
  const { the } = t.country[meeting.jurisdiction]
  const names = (state: string) =>
    members
      .filter((one) => one.state === state)
      .map(({ name }) => name)
      .join(', ')
  const line = (words: (list: string) => string, list: string) => (list === '' ? [] : [words(list)])
  const moment = (one: string) => formatMoment(lang, new Date(one), meeting.zone)
  const sentences = [
    ...(meeting.closed ? [t.wholeClosed(meeting.closed.askedBy, meeting.closed.reason)] : []),
    ...(meeting.openedAt === null ? [] : [t.opened(the, moment(meeting.openedAt))]),
    ...chairs.map(({ name, from }, n) => (n === 0 ? t.chaired(name) : t.chairTaken(name, at(from)))),
    t.there(firstPresence(members)),
    ...line(t.remote, names('remote')),
    ...line(t.excused, names('excused')),
    ...line(t.absent, names('absent')),
  ]
  const stops = facts.breaks.map(({ from, to, reason }) =>
    [t.breakFromTo(at(from), to === null ? null : at(to)), ...(reason === null ? [] : [t.because(reason)])].join(' '),
  )
  const doors = facts.doors.map((one) =>
    t.doors(at(one.from), one.to === null ? null : at(one.to), one.askedBy, one.reason),
  )
  const moves = facts.moves.map((one) => t[one.what](one.name, at(one.at)))
  return [
    { kind: 'heading', level: 2, id: 'hapja', words: t.openingTitle },
    { kind: 'paragraph', words: sentences.join(' ') },
    ...paragraphs(facts.opening),
    ...[...stops, ...doors].map((words): FormBlock => ({ kind: 'paragraph', words })),
    ...(moves.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, id: 'levizjet', words: t.moves } as const,
          { kind: 'list', items: moves } as const,
        ]),
  ]
}

function besideBlocks(say: Saying, { besides }: MinutesFacts): FormBlock[] {
  const blocks = happenedBlocks(say, besides)
  return blocks.length === 0
    ? []
    : [{ kind: 'heading', level: 2, id: 'jashte-pikave', words: say.t.besides }, ...blocks]
}

function endingBlocks({ lang, t }: Saying, facts: MinutesFacts): FormBlock[] {
  const { meeting, signatures, late } = facts
  const { the } = t.country[meeting.jurisdiction]
  const moment = (one: string) => formatMoment(lang, new Date(one), meeting.zone)
  return [
    { kind: 'heading', level: 2, id: 'mbyllja', words: t.endingTitle },
    ...paragraphs(facts.ending),
    {
      kind: 'paragraph',
      words: meeting.closedAt === null ? t.notClosed(the) : t.closed(the, moment(meeting.closedAt)),
    },
    ...late.map((one): FormBlock => ({
      kind: 'paragraph',
      words: t.late(
        one.count,
        moment(one.from),
        moment(one.to),
        formatDay(lang, new Date(one.enteredAt), meeting.zone),
      ),
      quiet: true,
    })),
    ...(signatures.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, id: 'nenshkrimet', words: t.signatures } as const,
          { kind: 'list', items: signatures.map(({ name, post }) => `${name}, ${post}`) } as const,
        ]),
  ]
}
