import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { textsIn as actTexts } from '../texts.ts'
import type { ActKind } from '../act-rules.ts'
import type { AnsweredAct, TransmittalView } from './office-view.ts'
import { textsIn } from './texts.ts'

type Files = { letter: (format: 'pdf' | 'docx') => string; bundle: string }

/** What is known of a letter, for its sender and for the authority alike. */
export const TransmittalFacts = ({ lang, view, files }: { lang: Lang; view: TransmittalView; files: Files }) => {
  const texts = textsIn(lang)
  const t = texts.facts
  const { transmittal: one, institution } = view
  const file = (format: 'pdf' | 'docx') => (
    <a href={inLanguage(lang, files.letter(format))}>{`${texts.one.letter} (${format.toUpperCase()})`}</a>
  )
  return (
    <SummaryList
      rows={[
        { key: t.institution, value: institution.name },
        { key: t.authority, value: [one.authorityName, one.authorityAddress].filter(Boolean).join(', ') },
        { key: t.sentOn, value: one.sentOn === null ? '–' : formatDate(lang, one.sentOn) },
        { key: t.channel, value: texts.channels[one.channel] },
        { key: t.protocol, value: one.protocol ?? '–' },
        {
          key: t.received,
          value:
            one.receivedOn === null
              ? '–'
              : texts.receivedWith(one.receivedProtocol ?? '', formatDate(lang, one.receivedOn)),
        },
        ...(one.words === null ? [] : [{ key: t.words, value: one.words }]),
        ...(one.withdrawnReason === null || one.withdrawnAt === null
          ? []
          : [
              {
                key: texts.states.withdrawn,
                value: `${formatDay(lang, one.withdrawnAt, one.zone)}: ${one.withdrawnReason}`,
              },
            ]),
        {
          key: t.file,
          value: (
            <>
              {file('pdf')}, {file('docx')}, <a href={inLanguage(lang, files.bundle)}>{texts.one.bundle}</a>
            </>
          ),
        },
      ]}
    />
  )
}

type TableProps = { lang: Lang; view: TransmittalView; href: (actId: string) => string }

/** The acts of a letter with what was answered to each. */
export const SentActTable = ({ lang, view, href }: TableProps) => {
  const texts = textsIn(lang)
  const t = texts.facts
  const kinds = actTexts(lang).kinds
  return (
    <DataTable
      caption={t.acts}
      firstColumnHeader
      head={[{ label: t.act, tight: true }, { label: t.title }, { label: t.legality }]}
      rows={view.acts.map((act) => {
        const again = view.reExaminations.find(({ id }) => id === act.reExaminationId)
        return [
          <a href={inLanguage(lang, href(act.actId))}>{`${kinds[act.kind as ActKind]} ${act.number ?? ''}`}</a>,
          <>
            <span lang="sq">{act.title}</span>
            {act.restricted && <p class="govuk-hint govuk-!-margin-bottom-0">{texts.restricted}</p>}
            {again && (
              <p class="govuk-hint govuk-!-margin-bottom-0">
                {`${texts.reExaminations[again.outcome]}, ${formatDate(lang, again.decidedOn)}. `}
                <span lang="sq">{again.words}</span>
              </p>
            )}
          </>,
          answerWords(lang, view, act),
        ]
      })}
    />
  )
}

function answerWords(lang: Lang, { transmittal }: TransmittalView, { newest }: AnsweredAct): string {
  const texts = textsIn(lang)
  if (newest === null) return transmittal.state === 'sent' ? texts.one.noAnswer : '–'
  return [texts.verdicts[newest.kind], formatDate(lang, newest.decidedOn), newest.protocol].filter(Boolean).join(', ')
}
