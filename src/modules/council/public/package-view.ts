import type { Document } from '#platform/documents/document-queries.ts'
import { formatDate, formatMoment, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { councilUrls } from '../urls.ts'
import { whenOf } from './calendar-view.ts'
import { viewMeeting, type MeetingView, type ShownItem } from './meeting-view.ts'
import { folderName, memberName, type PackageFile } from './package-rules.ts'
import { textsIn } from './texts.ts'

export type PackagePart = {
  item: ShownItem | null
  heading: string
  mark: Lang | undefined
  files: PackageFile[]
  documents: Document[]
}

export type PackageView = MeetingView & {
  parts: PackagePart[]
  /** What all files weigh together. */
  size: number
  pdfSize: number
}

/** All that lies before the members, in the order of the agenda: what the page of the meeting shows, and nothing else. */
export async function viewPackage(services: Services, lang: Lang, slug: string): Promise<PackageView | null> {
  const view = await viewMeeting(services, lang, slug)
  if (!view) return null
  const t = textsIn(lang)
  const own: PackagePart[] =
    view.documents.length === 0
      ? []
      : [
          {
            item: null,
            heading: t.package.own,
            mark: undefined,
            ...filesOf(folderName(0, t.package.folder), view.documents),
          },
        ]
  const items = view.items.map((item): PackagePart => {
    const english = lang === 'en' && item.titleEn !== null
    const words = item.title === null ? t.closedItem : english ? (item.titleEn ?? item.title) : item.title
    const mark = item.title === null || english || item.lang === lang ? undefined : item.lang
    return {
      item,
      heading: `${item.label ?? `${item.ordinal}.`} ${words}`,
      mark,
      ...filesOf(folderName(item.ordinal, words), item.files),
    }
  })
  const parts = [...own, ...items]
  const files = parts.flatMap((part) => part.files)
  const sum = (list: readonly PackageFile[]) => list.reduce((so, { size }) => so + size, 0)
  return {
    ...view,
    parts,
    size: sum(files),
    pdfSize: sum(files.filter(({ isPdf }) => isPdf)),
  }
}

const filesOf = (folder: string, documents: Document[]): { files: PackageFile[]; documents: Document[] } => ({
  documents,
  files: documents.map((one, at) => ({
    name: `${folder}/${memberName(at + 1, one.fileName)}`,
    title: one.title,
    digest: one.digest,
    size: one.size,
    isPdf: one.mediaType === 'application/pdf',
    documentId: one.id,
  })),
})

/** Notice, agenda and list of files on paper: the first pages of the PDF, and a file of the archive. */
export function packageForm(services: Pick<Services, 'settings'>, lang: Lang, view: PackageView): FormDocument {
  const t = textsIn(lang)
  const { meeting, institution } = view
  return {
    lang,
    wordsLang: meeting.lang,
    form: t.package.short,
    title: view.title,
    institution: institution.name,
    lead: [whenOf(lang, meeting), meeting.place].filter(Boolean).join(', '),
    kept: t.package.kept,
    address: services.settings.url + inLanguage(lang, councilUrls.package(meeting.slug)),
    page: t.package.page,
    blocks: [...noticeBlocks(lang, view), ...agendaBlocks(lang, view), ...changeBlocks(lang, view)],
  }
}

function noticeBlocks(lang: Lang, view: PackageView): FormBlock[] {
  const t = textsIn(lang)
  const { meeting: m, callers } = view
  const rows = [
    ...fact(t.page.when, [whenOf(lang, m), m.place, t.modes[m.mode]].filter(Boolean).join(', ')),
    ...fact(t.page.accessibility, m.accessibility),
    ...fact(t.page.body, [m.bodyName, ...m.together].join(', ')),
    ...fact(t.page.calledBy, [t.caller(m.calledBy, m.jurisdiction, m.bodyKind), ...callers].join(', ')),
    ...fact(t.page.callReason, m.callReason),
    ...fact(t.page.convened, m.convenedAt && formatMoment(lang, m.convenedAt, m.zone)),
    ...fact(t.page.shortNotice, m.shortNoticeReason),
    ...(m.closed
      ? fact(t.page.closedMeeting, [m.closedAskedBy, m.closedReason].filter(Boolean).join('. ') || t.page.closedSince)
      : []),
  ]
  return [
    { kind: 'heading', level: 2, id: 'njoftimi', words: t.page.notice },
    { kind: 'facts', rows },
  ]
}

const fact = (label: string, value: string | null) => (value ? [{ label, value }] : [])

function agendaBlocks(lang: Lang, view: PackageView): FormBlock[] {
  const t = textsIn(lang)
  return [
    { kind: 'heading', level: 2, id: 'rendi', words: t.page.agenda },
    ...view.parts.flatMap(({ item, heading, files }): FormBlock[] => {
      const facts = item === null ? [] : itemFacts(lang, item)
      return [
        { kind: 'heading', level: 3, id: item === null ? 'vete' : `pika-${item.ordinal}`, words: heading },
        ...(facts.length === 0 ? [] : [{ kind: 'facts' as const, rows: facts }]),
        ...(files.length === 0 ? [] : [{ kind: 'list' as const, items: files.map((file) => fileWords(lang, file)) }]),
      ]
    }),
  ]
}

const fileWords = (lang: Lang, { title, size, isPdf }: PackageFile): string =>
  [title, formatSize(lang, size), ...(isPdf ? [] : [textsIn(lang).package.onlyZip])].join(', ')

function itemFacts(lang: Lang, item: ShownItem) {
  const t = textsIn(lang)
  if (item.closed)
    return fact(
      t.closedItem,
      [
        item.closedAskedBy && t.page.askedBy(item.closedAskedBy),
        (item.closedReason && t.page.ground(item.closedReason)) || t.page.closedItemSince,
      ]
        .filter(Boolean)
        .join(' '),
    )
  return [
    ...fact(t.page.rapporteur, item.rapporteur),
    ...fact(t.page.paper, [item.paperReference, item.paperTitle].filter(Boolean).join(' · ')),
    ...(t.itemStates[item.state] === ''
      ? []
      : [{ label: t.itemStates[item.state], value: item.stateReason ?? item.result ?? '–' }]),
    ...item.opinions.map((one) => ({
      label: one.bodyName,
      value: [t.stances[one.stance], formatDate(lang, one.givenOn), one.words].filter(Boolean).join('. '),
    })),
  ]
}

function changeBlocks(lang: Lang, view: PackageView): FormBlock[] {
  const t = textsIn(lang)
  const items = view.changes.map(({ at, words }) => `${formatMoment(lang, at, view.meeting.zone)}: ${words}`)
  return [
    { kind: 'heading', level: 2, id: 'ndryshimet', words: t.page.changes },
    items.length === 0 ? { kind: 'paragraph', words: t.package.changesNone } : { kind: 'list', items },
  ]
}

/** The same as plain words, for the archive. */
export function packageList(services: Pick<Services, 'settings' | 'clock'>, lang: Lang, view: PackageView): string {
  const t = textsIn(lang)
  const { zone } = view.meeting
  const lines = [
    view.title,
    view.institution.name,
    [whenOf(lang, view.meeting), view.meeting.place].filter(Boolean).join(', '),
    services.settings.url + inLanguage(lang, councilUrls.package(view.meeting.slug)),
    t.package.made(formatMoment(lang, view.meeting.changedAt, zone)),
    '',
    ...view.parts.flatMap(({ heading, files }) => [
      heading,
      ...files.map(
        ({ name, title, size, digest }) => `  ${name}  ${title}, ${formatSize(lang, size)}, SHA-256 ${digest}`,
      ),
    ]),
    '',
    t.page.changes,
    ...(view.changes.length === 0
      ? [t.package.changesNone]
      : view.changes.map(({ at, words }) => `  ${formatMoment(lang, at, zone)}: ${words}`)),
    '',
  ]
  return lines.join('\r\n')
}
