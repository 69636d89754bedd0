import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { officeAnswerUrls } from '../answers/urls.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { effectUrls } from '../effects/urls.ts'
import { noticeUrls } from '../notices/urls.ts'
import { textsIn } from '../texts.ts'
import { officePlanUrls, officeUrls } from '../urls.ts'
import { yearOfficeUrls } from '../year/urls.ts'
import type { DraftView } from './draft-view.ts'

type Room = { href: string; name: keyof ReturnType<typeof wordsIn>['names']; count?: number }

const wordsIn = (lang: Lang) => textsIn(lang).office.rooms

/** Everything that belongs to a consultation, one line each: what it is for, and how much of it there is. */
export const Rooms = ({ lang, view }: { lang: Lang; view: DraftView }) => {
  const t = wordsIn(lang)
  return (
    <section aria-labelledby="pjeset">
      <h2 class="govuk-heading-m" id="pjeset">
        {t.title}
      </h2>
      <SummaryList
        rows={roomsOf(view).map(({ href, name, count }) => ({
          key: t.names[name],
          value: count ? `${formatNumber(count)} · ${t.purposes[name]}` : t.purposes[name],
          action: { href: inLanguage(lang, href), label: t.open, hidden: t.names[name] },
        }))}
      />
    </section>
  )
}

/** In the order in which they are needed. What a consultation of the past, or a draft, cannot have is left out. */
function roomsOf({ consultation: c, rooms: n }: DraftView): Room[] {
  const { id } = c
  const about = encodeURIComponent(`${CONSULTATION_KIND}:${id}`)
  return [
    { name: 'plan', href: officePlanUrls.ofConsultation(id), count: n.plans },
    { name: 'plannedAct', href: yearOfficeUrls.link(id), count: n.plannedActs },
    ...(c.history ? [] : beforeClosing(id, n)),
    { name: 'meetings', href: `/zyra/takime/i-ri?rreth=${about}`, count: n.meetings },
    ...(c.slug === null ? [] : afterPublication(c, n)),
  ]
}

const beforeClosing = (id: string, n: DraftView['rooms']): Room[] => [
  { name: 'notice', href: noticeUrls.office(id) },
  { name: 'invitations', href: noticeUrls.invite(id), count: n.invitations },
  { name: 'questions', href: officeUrls.questions(id), count: n.questions },
]

const afterPublication = ({ id, comments, waiting }: DraftView['consultation'], n: DraftView['rooms']): Room[] => [
  { name: 'entries', href: officeUrls.entries(id), count: n.deliveries },
  { name: 'desk', href: `${officeUrls.comments()}?konsultimi=${id}`, count: comments + waiting },
  { name: 'groups', href: officeUrls.groups(id), count: n.groups },
  { name: 'answers', href: officeAnswerUrls.work(id), count: n.answers },
  { name: 'effects', href: effectUrls.office(id) },
  { name: 'conclusion', href: officeUrls.conclusion(id) },
]
