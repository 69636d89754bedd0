import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { CHANNELS } from '../comments/comment-rules.ts'
import { CHANNELS as PLAN_CHANNELS, METHODS } from '../plan/content-rules.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { channelWords, meetingKindWords } from './figure-texts.ts'
import type { ReportToShow } from './report-to-show-view.ts'
import type { ReportContent, ReportPart } from './report-rules.ts'

const say = (words: string): FormBlock => ({ kind: 'paragraph', words })
const quiet = (words: string): FormBlock => ({ kind: 'paragraph', words, quiet: true })

/** What the institution wrote for a part, then what was gathered for it. */
export function partBlocks(lang: Lang, part: ReportPart, report: ReportToShow, url: string): FormBlock[] {
  const t = textsIn(lang).reports.report
  const { written } = report.content
  const words = (lang === 'en' && written[part]?.en) || written[part]?.sq || ''
  const said = words === '' ? [] : words.split(/\n{2,}/).map(say)
  const gathered = GATHERED[part]?.(lang, report, url) ?? []
  const blocks = [...said, ...gathered]
  return blocks.length === 0 ? [quiet(t.noWords)] : blocks
}

type Gather = (lang: Lang, report: ReportToShow, url: string) => FormBlock[]

const GATHERED: Partial<Record<ReportPart, Gather>> = {
  told: (lang, { content }) => toldBlocks(lang, content),
  audiences: (lang, { content }) => audienceBlocks(lang, content),
  meetings: (lang, { content }, url) => meetingBlocks(lang, content, url),
  said: (lang, { content }) => saidBlocks(lang, content),
  changed: (lang, { content }) => changedBlocks(lang, content),
  questions: (lang, report, url) => questionBlocks(lang, report, url),
  rejected: (lang, report) => rejectedBlocks(lang, report),
}

function toldBlocks(lang: Lang, { notice, figures }: ReportContent): FormBlock[] {
  const texts = textsIn(lang)
  const t = texts.reports.report.told
  const row = (label: string, day: string | null) => (day === null ? [] : [{ label, value: formatDate(lang, day) }])
  const invited = notice.invited.reduce((sum, { count }) => sum + count, 0)
  const came = CHANNELS.filter((one) => figures.byChannel[one] > 0)
  return [
    {
      kind: 'facts',
      rows: [
        ...row(t.published, notice.publishedOn),
        ...row(t.opens, notice.opensOn),
        ...row(t.closes, notice.closesOn),
        ...row(t.posted, notice.postedOn),
        { label: t.invited, value: formatNumber(invited) },
        ...(came.length === 0
          ? []
          : [
              {
                label: t.channels,
                value: came
                  .map((one) => `${channelWords(lang, one)}: ${formatNumber(figures.byChannel[one])}`)
                  .join('; '),
              },
            ]),
      ],
    },
    ...listOf([
      ...notice.postings.map(({ place, from, to }) => t.posting(place, daysOf(lang, from, to))),
      ...notice.putOff.map(({ from, to, reason }) => t.putOff(formatDate(lang, from), formatDate(lang, to), reason)),
    ]),
  ]
}

const listOf = (items: readonly string[]): FormBlock[] => (items.length === 0 ? [] : [{ kind: 'list', items }])

function daysOf(lang: Lang, from: string | null, to: string | null): string {
  const t = textsIn(lang).reports.report.told
  if (from === null) return '–'
  return to === null || to === from
    ? t.from(formatDate(lang, from))
    : t.fromTo(formatDate(lang, from), formatDate(lang, to))
}

function audienceBlocks(lang: Lang, { plan }: ReportContent): FormBlock[] {
  const texts = textsIn(lang)
  const t = texts.reports.report.audiences
  if (!plan || plan.audiences.length === 0) return [quiet(t.none)]
  const { methods, channels } = texts.plans.form
  const inWords = (known: readonly string[], words: Record<string, string>, all: readonly string[]): string[] =>
    all.map((one) => (known.includes(one) ? (words[one] ?? one) : one))
  return [
    {
      kind: 'table',
      caption: texts.reports.parts.audiences,
      head: [t.name, t.methods, t.channels],
      rows: plan.audiences.map((one) => [
        [one.name],
        inWords(METHODS, methods, one.methods),
        inWords(PLAN_CHANNELS, channels, one.channels),
      ]),
    },
  ]
}

function meetingBlocks(lang: Lang, { meetings }: ReportContent, url: string): FormBlock[] {
  const texts = textsIn(lang).reports
  const t = texts.report.meetings
  if (meetings.length === 0) return [quiet(t.none)]
  return [
    {
      kind: 'table',
      caption: texts.parts.meetings,
      head: [t.title, t.kind, t.day, t.present, t.minutes],
      rows: meetings.map((one) => [
        [one.title, t.states[one.state] ?? one.state],
        [meetingKindWords(lang, one.kind)],
        [daysOf(lang, one.from, one.to)],
        [one.present === null ? t.unknown : formatNumber(one.present)],
        [one.minutes ? `${t.yes}: ${url}/takime/${one.slug}` : t.no],
      ]),
    },
  ]
}

function saidBlocks(lang: Lang, { said }: ReportContent): FormBlock[] {
  const texts = textsIn(lang).reports
  const t = texts.report.said
  const places = [
    ...(said.whole === 0 ? [] : [[[texts.matrix.whole], [formatNumber(said.whole)]]]),
    ...said.articles.map(({ label, count }) => [[texts.matrix.articleOf(label)], [formatNumber(count)]]),
  ]
  if (places.length === 0) return [quiet(t.none)]
  return [
    { kind: 'table', caption: texts.parts.said, head: [t.where, t.count], rows: places },
    ...(said.groups.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, id: 'grupet', words: t.groups } as const,
          {
            kind: 'table',
            caption: t.groups,
            head: [t.group, t.where, t.count],
            rows: said.groups.map(({ code, title, article, number }) => [
              title === code ? [code] : [title, code],
              [article === null ? texts.matrix.whole : texts.matrix.articleOf(article)],
              [formatNumber(number)],
            ]),
          } as const,
        ]),
  ]
}

function changedBlocks(lang: Lang, { changes }: ReportContent): FormBlock[] {
  const texts = textsIn(lang).reports
  const t = texts.report.changed
  if (changes.length === 0) return [quiet(t.none)]
  return [
    {
      kind: 'table',
      caption: texts.parts.changed,
      head: [t.version, t.place, t.answers],
      rows: changes.map(({ version, label, answers }) => [
        [String(version)],
        [texts.matrix.articleOf(label)],
        [answers.join(', ')],
      ]),
    },
  ]
}

function questionBlocks(lang: Lang, { content: { questions }, slug }: ReportToShow, url: string): FormBlock[] {
  const t = textsIn(lang).reports.report.questions
  if (questions.length === 0) return [quiet(t.none)]
  const blocks = questions.flatMap((one, n): FormBlock[] => {
    const label = (lang === 'en' && one.labelEn) || one.label
    const rows = one.rows.map((row) => [
      [(lang === 'en' && row.wordsEn) || row.words || t.other],
      [formatNumber(row.count)],
    ])
    return [
      { kind: 'heading', level: 3, id: `pyetja-${n + 1}`, words: label },
      say(
        [t.answers(formatNumber(one.answers)), ...(one.median === null ? [] : [t.median(String(one.median))])].join(
          '. ',
        ),
      ),
      ...(rows.length === 0 ? [] : [{ kind: 'table', caption: label, head: [t.option, t.count], rows } as const]),
    ]
  })
  return [...blocks, quiet(`${t.written} ${url}${consultationUrls.questions(slug)}`)]
}

/** The words as they stood in that version of the answer; of one that was taken down since only that. */
function rejectedBlocks(lang: Lang, { content: { notAccepted }, answers }: ReportToShow): FormBlock[] {
  const texts = textsIn(lang)
  const t = texts.reports.report.rejected
  if (notAccepted.length === 0) return [quiet(t.none)]
  const words = new Map(answers.map((one) => [`${one.code}/${one.n}`, one.reason]))
  return [
    {
      kind: 'table',
      caption: texts.reports.parts.rejected,
      head: [t.answer, t.decision, t.comments, t.reason],
      rows: notAccepted.map(({ code, version, decision, ground, number }) => [
        [code],
        [texts.answers.decisions[decision], ...(ground === null ? [] : [texts.answers.grounds[ground]])],
        [formatNumber(number)],
        [words.get(`${code}/${version}`) ?? texts.reports.matrix.takenDown],
      ]),
    },
  ]
}
