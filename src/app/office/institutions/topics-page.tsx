import { inLanguage } from '#platform/i18n/language.ts'
import type { Place } from '#platform/places/place-queries.ts'
import { OWN_LEVELS } from '#platform/places/place-rules.ts'
import type { Topic } from '#platform/topics/topic-queries.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { FormFrame, Hidden, SelectIn, TextIn, type Filled } from './form-part.tsx'
import type { PlacesView, TopicsView } from './institution-view.ts'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

type TopicsProps = { form: Filled; view: TopicsView; topic: Topic | null; status: string | null }

const TopicFields = ({ form, view, topic }: Pick<TopicsProps, 'form' | 'view' | 'topic'>) => {
  const t = textsIn(form.page.lang).topics
  const above = view.topics.filter((one) => one.retiredOn === null && one.id !== topic?.id && one.depth < 3)
  return (
    <>
      <Hidden form={form} name={topic ? 'versioni' : 'dergesa'} />
      <TextIn form={form} name="fusha" />
      <TextIn form={form} name="fusha-en" lang="en" />
      <SelectIn
        form={form}
        name="fusha-siper"
        options={[
          { value: '', label: t.top },
          ...above.map((one) => ({ value: one.id, label: `${'– '.repeat(one.depth - 1)}${one.name}` })),
        ]}
      />
    </>
  )
}

/** The topics for all, and those that the institution adds. */
export const TopicsPage = ({ form, view, status }: Omit<TopicsProps, 'topic'>) => {
  const { lang } = form.page
  const t = textsIn(lang)
  const { institution, rights } = view
  const own = view.topics.filter((one) => one.institutionId !== null)
  const back = { href: inLanguage(lang, urls.one(institution.id)), label: institution.name }
  const lists = (
    <>
      <h2>{t.topics.own}</h2>
      {own.length === 0 && <EmptyState>{t.topics.noOwn}</EmptyState>}
      <ul class="govuk-list">
        {own.map((one) => (
          <li>
            {rights.topics ? <a href={inLanguage(lang, urls.topic(institution.id, one.id))}>{one.name}</a> : one.name}
            {one.retiredOn && <span class="kv-quiet"> ({t.topics.retired})</span>}
          </li>
        ))}
      </ul>
      <h2>{t.topics.common}</h2>
      <ol class="govuk-list govuk-list--number">
        {view.topics
          .filter((one) => one.institutionId === null)
          .map((one) => (
            <li>{one.name}</li>
          ))}
      </ol>
    </>
  )
  if (!rights.topics)
    return (
      <Layout page={form.page} title={t.topics.title} office back={back} robots="noindex">
        <h1 class="govuk-heading-l">{t.topics.title}</h1>
        <p>{t.topics.lead}</p>
        {lists}
      </Layout>
    )
  return (
    <FormFrame
      form={form}
      title={t.topics.title}
      lead={t.topics.lead}
      back={back}
      action={inLanguage(lang, urls.topics(institution.id))}
      submit={t.topics.add}
      status={status}
      after={lists}
    >
      <TopicFields form={form} view={view} topic={null} />
    </FormFrame>
  )
}

export const TopicPage = ({ form, view, topic }: Omit<TopicsProps, 'status'> & { topic: Topic }) => {
  const { lang } = form.page
  const t = textsIn(lang)
  const { id } = view.institution
  return (
    <FormFrame
      form={form}
      title={t.topics.change(topic.name)}
      back={{ href: inLanguage(lang, urls.topics(id)), label: t.topics.title }}
      action={inLanguage(lang, urls.topic(id, topic.id))}
      submit={t.save}
      after={
        <Retire
          action={inLanguage(lang, urls.retireTopic(id, topic.id))}
          retired={topic.retiredOn !== null}
          words={t.topics}
        />
      }
    >
      <TopicFields form={form} view={view} topic={topic} />
    </FormFrame>
  )
}

const Retire = (props: { action: string; retired: boolean; words: { retire: string; restore: string } }) => (
  <form method="post" action={props.action}>
    {props.retired && <input type="hidden" name="kthehet" value="po" />}
    <Button kind="secondary">{props.retired ? props.words.restore : props.words.retire}</Button>
  </form>
)

type PlacesProps = { form: Filled; view: PlacesView; place: Place | null; status: string | null }

const PlaceFields = ({ form, view, place }: Pick<PlacesProps, 'form' | 'view' | 'place'>) => {
  const t = textsIn(form.page.lang).places
  const above = view.places.filter(
    (one) => one.retiredOn === null && one.id !== place?.id && (one.level === 'municipality' || one.level === 'unit'),
  )
  return (
    <>
      <Hidden form={form} name={place ? 'versioni' : 'dergesa'} />
      <TextIn form={form} name="vendi-emri" />
      <TextIn form={form} name="vendi-en" lang="en" />
      <TextIn form={form} name="vendi-sr" lang="sr-Latn" />
      <SelectIn
        form={form}
        name="vendi-lloji"
        options={OWN_LEVELS.map((one) => ({ value: one, label: t.levels[one] }))}
      />
      <SelectIn form={form} name="vendi-ne" options={above.map((one) => ({ value: one.id, label: one.name }))} />
      <TextIn form={form} name="vendi-kodi" width="10" />
    </>
  )
}

/** The places of the institution's own municipality, and what it adds below. */
export const PlacesPage = ({ form, view, status }: Omit<PlacesProps, 'place'>) => {
  const { lang } = form.page
  const t = textsIn(lang)
  const { institution, rights, places } = view
  const back = { href: inLanguage(lang, urls.one(institution.id)), label: institution.name }
  const table = <PlaceTable form={form} view={view} />
  if (!rights.places || places.length === 0)
    return (
      <Layout page={form.page} title={t.places.title} office back={back} robots="noindex">
        <h1 class="govuk-heading-l">{t.places.title}</h1>
        <p>{t.places.lead}</p>
        {places.length === 0 ? <EmptyState>{t.places.noOwnMunicipality}</EmptyState> : table}
      </Layout>
    )
  return (
    <FormFrame
      form={form}
      title={t.places.title}
      lead={t.places.lead}
      back={back}
      action={inLanguage(lang, urls.places(institution.id))}
      submit={t.places.add}
      status={status}
      after={table}
    >
      <PlaceFields form={form} view={view} place={null} />
    </FormFrame>
  )
}

const PlaceTable = ({ form: { page }, view: { places, institution, rights } }: Pick<PlacesProps, 'form' | 'view'>) => {
  const t = textsIn(page.lang).places
  const { name, level, parent, code } = t.columns
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[name, level, parent, code].map((label) => ({ label }))}
      rows={places.map((one) => [
        rights.places && one.institutionId === institution.id && one.level !== 'municipality' ? (
          <a href={inLanguage(page.lang, urls.place(institution.id, one.id))}>{one.name}</a>
        ) : (
          one.name
        ),
        one.retiredOn ? `${t.levels[one.level]}, ${t.retired}` : t.levels[one.level],
        one.parentName ?? '',
        one.code ?? '',
      ])}
    />
  )
}

export const PlacePage = ({ form, view, place }: Omit<PlacesProps, 'status'> & { place: Place }) => {
  const { lang } = form.page
  const t = textsIn(lang)
  const { id } = view.institution
  return (
    <FormFrame
      form={form}
      title={t.places.change(place.name)}
      back={{ href: inLanguage(lang, urls.places(id)), label: t.places.title }}
      action={inLanguage(lang, urls.place(id, place.id))}
      submit={t.save}
      after={
        <Retire
          action={inLanguage(lang, urls.retirePlace(id, place.id))}
          retired={place.retiredOn !== null}
          words={t.places}
        />
      }
    >
      <PlaceFields form={form} view={view} place={place} />
    </FormFrame>
  )
}
