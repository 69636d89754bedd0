import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList, type Entry } from '#ui/entry-list.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { ListQuestion, MeetingListView } from './meeting-list-view.ts'
import { MEETING_KINDS } from './meeting-rules.ts'
import { phaseTone } from './phase-part.ts'
import { textsIn } from './texts.ts'
import { meetingUrls } from './urls.ts'
import { daysWords } from './when-rules.ts'

type Props = { page: PageContext; view: MeetingListView }

const WHEN = { ahead: 'te-ardhshme', past: 'te-kaluara' } as const
const MODE = { field: 'terren', online: 'online' } as const

/** The public list. Its address holds every filter, so that a list can be sent to somebody. */
export const MeetingListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { question } = view
  const address = addressOf(question)
  const list = inLanguage(lang, meetingUrls.list())
  const followed = selectionQuery({
    ...EVERYTHING,
    kind: 'meeting',
    institution: question.institution || null,
    topic: question.topic || null,
    place: question.place || null,
  })
  return (
    <Layout page={page} title={t.title} canonical={meetingUrls.list()} feeds={followed}>
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.list.lead}</p>
      <Filter lang={lang} view={view} narrowed={address !== ''} />
      {view.items.length === 0 ? (
        <EmptyState>{address === '' ? t.list.none : t.list.empty}</EmptyState>
      ) : (
        <EntryList items={view.items.map((item) => entryOf(lang, item))} />
      )}
      <Paging
        label={t.list.paging}
        older={
          view.next
            ? { href: `${list}?${[address, `pas=${view.next}`].filter(Boolean).join('&')}`, label: t.list.more }
            : null
        }
        newer={view.paged ? { href: address ? `${list}?${address}` : list, label: t.list.first } : null}
      />
      <FollowLinks lang={lang} query={followed} />
    </Layout>
  )
}

const Filter = ({ lang, view, narrowed }: { lang: Lang; view: MeetingListView; narrowed: boolean }) => {
  const texts = textsIn(lang)
  const t = texts.list
  const list = inLanguage(lang, meetingUrls.list())
  const { question: q } = view
  const any = { value: '', label: t.any }
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      {...(narrowed ? { clear: { href: list, label: t.clear } } : {})}
    >
      <SelectField
        name="institucioni"
        label={t.institution}
        value={q.institution}
        options={[any, ...view.institutions.map(({ slug, name }) => ({ value: slug, label: name }))]}
      />
      <SelectField
        name="koha"
        label={t.when}
        value={q.when ? WHEN[q.when] : ''}
        options={[any, { value: WHEN.ahead, label: t.ahead }, { value: WHEN.past, label: t.past }]}
      />
      <SelectField
        name="lloji"
        label={t.kind}
        value={q.kind ?? ''}
        options={[any, ...MEETING_KINDS.map((value) => ({ value, label: texts.kinds[value] }))]}
      />
      <SelectField
        name="menyra"
        label={t.mode}
        value={q.mode ? MODE[q.mode] : ''}
        options={[
          any,
          { value: MODE.field, label: texts.modes.field },
          { value: MODE.online, label: texts.modes.online },
        ]}
      />
      <About lang={lang} view={view} />
    </FilterForm>
  )
}

/** The topics and places by which it is narrowed. */
const About = ({ lang, view }: { lang: Lang; view: MeetingListView }) => {
  const t = textsIn(lang).list
  const { question: q } = view
  const any = { value: '', label: t.any }
  return (
    <>
      <SelectField
        name="fusha"
        label={t.topic}
        value={q.topic}
        options={[
          any,
          ...view.topics.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth - 1)}${name}` })),
        ]}
      />
      {view.places.length > 0 && (
        <SelectField
          name="vendi"
          label={t.place}
          value={q.place}
          options={[any, ...view.places.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </>
  )
}

function entryOf(lang: Lang, item: MeetingListView['items'][number]): Entry {
  const t = textsIn(lang)
  const when = item.state === 'postponed' ? null : (daysWords(lang, item.firstDay, item.lastDay) ?? t.unknownDay)
  const where = item.address ?? (item.mode ? t.modes[item.mode] : null)
  return {
    href: inLanguage(lang, meetingUrls.one(item.slug)),
    title: item.title,
    lang: item.shownLang === lang ? undefined : item.shownLang,
    quiet: [when, t.kinds[item.kind], item.institutionName, where].filter(Boolean).join(' · '),
    state: { tone: phaseTone(item.phase), label: t.phases[item.phase] },
  }
}

function addressOf({ institution, kind, when, mode, topic, place }: ListQuestion): string {
  const asked = {
    institucioni: institution,
    koha: when ? WHEN[when] : '',
    lloji: kind ?? '',
    menyra: mode ? MODE[mode] : '',
    fusha: topic,
    vendi: place,
  }
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()
}
