import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { RELATION_KINDS, type RelationKind } from '../act-rules.ts'
import { kindIn, textsIn as actTexts } from '../texts.ts'
import { actUrls } from '../urls.ts'
import type { ActView } from './act-view.ts'
import type { PublicRelation } from './beside-queries.ts'
import { Section } from './section-part.tsx'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; view: ActView }

/** What it does to other acts, and what they do to it. */
export const Relations = ({ lang, view }: Props) => {
  const { relations } = view
  if (relations.length === 0) return null
  const groups = (['back', 'forth'] as const).flatMap((direction) =>
    RELATION_KINDS.map((kind) => ({
      kind,
      direction,
      of: relations.filter((one) => one.kind === kind && one.direction === direction),
    })),
  )
  return (
    <Section id="lidhjet" title={textsIn(lang).relations.title}>
      {groups
        .filter(({ of }) => of.length > 0)
        .map((group) => (
          <Group lang={lang} view={view} {...group} />
        ))}
    </Section>
  )
}

type GroupProps = Props & { kind: RelationKind; direction: 'forth' | 'back'; of: readonly PublicRelation[] }

const Group = ({ lang, view, kind, direction, of }: GroupProps) => (
  <>
    <h3 class="govuk-heading-s">{actTexts(lang).relations[kind][direction]}</h3>
    <ul class="govuk-list govuk-list--spaced">
      {of.map((one) => (
        <li>
          <OtherName lang={lang} relation={one} />
          <br />
          <span class="kv-quiet">{aboutOf(lang, view, one)}</span>
          <WrittenIn lang={lang} view={view} relation={one} />
        </li>
      ))}
    </ul>
  </>
)

/** Where a change stands in the text: which words went and which came. */
const WrittenIn = ({ lang, view: { act, states }, relation }: Props & { relation: PublicRelation }) => {
  const at = states.findIndex(({ versionId }) => versionId === relation.carriedOutIn)
  const [earlier, later] = [states[at - 1], states[at]]
  if (!earlier || !later) return null
  const href = versionUrls.comparison(actUrls.act(act.slug), { later: later.n, earlier: earlier.n })
  return (
    <>
      {' · '}
      <a href={inLanguage(lang, href)}>{textsIn(lang).relations.wordsChanged}</a>
    </>
  )
}

/** With which articles, which of the other's, from when; and of what changes words whether they stand in the text. */
function aboutOf(lang: Lang, { lacking, states, held }: ActView, one: PublicRelation): string {
  const t = textsIn(lang).relations
  const known = states.some(({ versionId }) => versionId === one.carriedOutIn)
  const lacks = held.length > 0 && lacking.some(({ id }) => id === one.id)
  return [
    one.byArticles && t.byArticles(one.byArticles),
    one.ofArticles && t.ofArticles(one.ofArticles),
    one.effectiveOn !== null && t.from(one.effectiveOn),
    known && t.carriedOut,
    lacks && t.notCarriedOut,
    one.state === 'doubt' && t.doubt,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The other act by its number, day and title, with a link where it is read here. */
export const OtherName = ({ lang, relation: { other, otherWords } }: { lang: Lang; relation: PublicRelation }) => {
  if (other === null) return <>{otherWords}</>
  const t = textsIn(lang)
  const name = t.numbered(kindIn(lang, other), other.number)
  const english = lang === 'en' && other.titleEn !== null
  const title = english ? other.titleEn : other.title
  return (
    <>
      <a href={inLanguage(lang, actUrls.act(other.slug))}>
        {[name, other.adoptedOn && formatDate(lang, other.adoptedOn)].filter(Boolean).join(', ')}
      </a>
      {': '}
      <span lang={english || other.lang === lang ? undefined : other.lang}>{title}</span>
    </>
  )
}
