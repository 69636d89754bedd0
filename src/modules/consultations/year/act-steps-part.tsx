import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Step } from '#ui/thread.tsx'
import { consultationUrls } from '../urls.ts'
import type { ActView } from './act-view.ts'
import { yearTexts } from './texts.ts'
import { dueWords } from './year-words-texts.ts'

/** The way of a planned act: what happened, where it stands, what comes next. Only what is known has a day. */
export function stepsOf(lang: Lang, { act, consultations }: ActView): Step[] {
  const t = yearTexts(lang).page
  const planned: Step = {
    title: act.addedLater ? t.changes.added : t.steps.planned,
    when: formatDay(lang, act.publishedAt, act.zone),
    text: <p>{dueWords(lang, act, act.year)}</p>,
    state: act.state === 'planned' ? 'now' : 'done',
  }
  const ways = consultations
    .filter(({ phase }) => phase !== 'cancelled')
    .flatMap((one) => consultationSteps(lang, one, act.state))
  return [planned, ...ways, ...endOf(lang, act, ways.length > 0)]
}

function consultationSteps(
  lang: Lang,
  { slug, title, phase, announcedOn, opensOn, closesOn }: ActView['consultations'][number],
  state: ActView['act']['state'],
): Step[] {
  const t = yearTexts(lang).page.steps
  const day = (date: string | null) => (date ? formatDate(lang, date) : t.notYet)
  const ended = state === 'adopted' || state === 'dropped'
  const link = (
    <p>
      <a href={inLanguage(lang, consultationUrls.one(slug))}>{title}</a>
    </p>
  )
  const [isOpen, isClosed] = [phase === 'open', phase === 'closed']
  return [
    { title: t.announced, when: day(announcedOn), text: link, state: phase === 'announced' && !ended ? 'now' : 'done' },
    {
      title: isOpen || isClosed ? t.opened : t.opens,
      when: day(opensOn),
      state: isOpen && !ended ? 'now' : isOpen || isClosed ? 'done' : 'next',
    },
    {
      title: isClosed ? t.closed : t.closes,
      when: day(closesOn),
      state: isClosed ? (state === 'closed' ? 'now' : 'done') : 'next',
    },
  ]
}

function endOf(lang: Lang, act: ActView['act'], consulted: boolean): Step[] {
  const t = yearTexts(lang).page.steps
  if (act.droppedOn !== null)
    return [{ title: t.dropped, when: formatDate(lang, act.droppedOn), text: <p>{act.dropReason}</p>, state: 'now' }]
  if (act.adoptedOn !== null)
    return [
      { title: t.adopted, when: formatDate(lang, act.adoptedOn), text: <p>{act.adoptedReference}</p>, state: 'now' },
    ]
  const consultation: Step = { title: t.consultation, when: t.notYet, state: 'next' }
  return [
    ...(consulted || act.consultationPlanned !== true ? [] : [consultation]),
    { title: t.adoption, when: t.notYet, state: 'next' },
  ]
}
