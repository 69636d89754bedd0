import { formatDate } from '#platform/i18n/formats.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { textsIn as actTexts } from '../texts.ts'
import type { ActKind } from '../act-rules.ts'
import type { TransmittalView } from './office-view.ts'
import { textsIn } from './texts.ts'
import { reviewUrls } from './urls.ts'

/** The one letter of a transmittal, on paper: to whom, which acts, who signs. In Albanian, whatever language is read. */
export function transmittalPaper({ settings }: Pick<Services, 'settings'>, view: TransmittalView): FormDocument {
  const t = textsIn('sq').paper
  const { transmittal: one, institution } = view
  const number = one.number === null ? null : `${one.number}/${one.numberYear}`
  const day = one.sentOn === null ? null : formatDate('sq', one.sentOn)
  return {
    lang: 'sq',
    wordsLang: 'sq',
    form: t.form,
    title: t.title,
    institution: institution.name,
    lead: t.lead(number, day, one.protocol),
    kept: t.kept,
    address: settings.url + reviewUrls.one(one.id),
    page: t.page,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: t.to, value: one.authorityName },
          ...(one.authorityAddress === null ? [] : [{ label: t.address, value: one.authorityAddress }]),
        ],
      },
      { kind: 'paragraph', words: t.basis[one.jurisdiction] },
      actTable(view),
      ...(one.words === null
        ? []
        : [
            { kind: 'heading', level: 2, id: 'me-tej', words: t.more } as const,
            { kind: 'paragraph', words: one.words } as const,
          ]),
      { kind: 'paragraph', words: t.annexes },
      { kind: 'facts', rows: [{ label: t.signature, value: '______________________' }] },
    ],
  }
}

function actTable({ acts, reExaminations }: TransmittalView): FormBlock {
  const t = textsIn('sq').paper
  const kinds = actTexts('sq').kinds
  return {
    kind: 'table',
    caption: t.caption,
    head: t.head,
    shares: [8, 24, 20, 48],
    rows: acts.map((act) => {
      const again = reExaminations.find(({ id }) => id === act.reExaminationId)
      return [
        [String(act.ordinal)],
        [`${kinds[act.kind as ActKind]} ${act.number ?? ''}`.trim()],
        [act.adoptedOn === null ? '–' : formatDate('sq', act.adoptedOn)],
        [act.title, ...(again ? [t.again(formatDate('sq', again.decidedOn))] : [])],
      ]
    }),
  }
}
